"""Branches: what stands before each line of a tree."""

from itertools import pairwise

from hypothesis import given, strategies as st

from netlog.views.branches import Branch, drawn_lines, grown

Paths = list[list[int]]
PATHS = st.lists(st.lists(st.integers(0, 3), max_size=5), max_size=12)


def tree(*paths: str) -> str:
    """Paths of letters, drawn."""
    return "\n".join(before + what for before, what in drawn_lines(grown(paths)))


def walked(tops: list[Branch[int]], depth: int = 0) -> list[tuple[int, int]]:
    """Everything from top to bottom with its depth, each branch before those beside."""
    return [
        line
        for top in tops
        for line in [(depth, top.what), *walked(top.below, depth + 1)]
    ]


def depth(before: str) -> int:
    """How deep a line stands: two characters a branch."""
    return len(before) // 2


def test_nothing_is_drawn_of_nothing() -> None:
    """No paths, or empty ones."""
    assert (tree(), tree("")) == ("", "")


def test_a_single_path_goes_down() -> None:
    """The first stands at the margin."""
    assert tree("abc") == "a\n└ b\n  └ c"


def test_what_paths_begin_with_alike_stands_once() -> None:
    """A branch that goes on beside others has a line down to the next."""
    drawn = tree("abcd", "abe", "af", "afg")
    assert drawn == "a\n├ b\n│ ├ c\n│ │ └ d\n│ └ e\n└ f\n  └ g"


def test_several_tops_stand_side_by_side() -> None:
    """Without branches before them."""
    assert tree("ab", "cd", "ae") == "a\n├ b\n└ e\nc\n└ d"


def test_the_same_below_two_is_not_the_same() -> None:
    """Only what is reached alike is there once."""
    assert tree("ax", "bx") == "a\n└ x\nb\n└ x"


def test_a_branch_that_is_there_grows_no_second_time() -> None:
    """It is given back."""
    branch = Branch("a")
    assert branch.grow("b") is branch.grow("b")
    assert branch.grow("c").what == "c"
    assert [one.what for one in branch.below] == ["b", "c"]


@given(PATHS)
def test_every_line_is_there_once_in_its_order(paths: Paths) -> None:
    """As many as there are different beginnings of paths; each below its own."""
    lines = list(drawn_lines(grown(paths)))
    assert [(depth(before), what) for before, what in lines] == walked(grown(paths))
    beginnings = {tuple(path[: n + 1]) for path in paths for n in range(len(path))}
    stack: list[int] = []
    seen = []
    for before, what in lines:
        stack[depth(before) :] = [what]
        seen.append(tuple(stack))
    assert len(seen) == len(set(seen))
    assert set(seen) == beginnings


@given(PATHS)
def test_what_stands_before_a_line_tells_where_it_hangs(paths: Paths) -> None:
    """Two characters a level; a line goes down wherever one of that level follows."""
    befores = [before for before, _ in drawn_lines(grown(paths))]
    for number, before in enumerate(befores):
        pieces = [before[n : n + 2] for n in range(0, len(before), 2)]
        for level, piece in enumerate(pieces, 1):
            later = [depth(one) for one in befores[number + 1 :]]
            until = next(
                (n for n, deep in enumerate(later) if deep < level), len(later)
            )
            follows = level in later[:until]
            is_own = level == len(pieces)
            assert piece == (("├ " if follows else "└ ") if is_own else
                             ("│ " if follows else "  "))  # fmt: skip


@given(PATHS)
def test_nothing_hangs_in_the_air(paths: Paths) -> None:
    """A line is at most one level below the one before."""
    depths = [depth(before) for before, _ in drawn_lines(grown(paths))]
    assert depths[:1] in ([], [0])
    assert all(after <= before + 1 for before, after in pairwise(depths))


def test_a_very_deep_tree_is_drawn() -> None:
    """Deeper than functions may call themselves."""
    lines = list(drawn_lines(grown([range(3_000)])))
    assert lines[-1] == ("  " * 2_998 + "└ ", 2_999)
