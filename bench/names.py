"""Names that nobody has: people, organisations, cities, words for notes."""

_FIRST = """
Ada Alisa Amir Ana Ben Björn Carla Chen Clara Dana Daniel Dario Dorie Edda Elena Emil
Esra Farid Femi Finn Gita Greta Hana Hugo Ida Imre Ines Iris Ivan Jana Jonas Karim
Kavya Kenji Lars Lea Lina Luca Maja Marco Mei Mira Nadia Nils Noor Olga Omar Paula
Pavel Priya Rana Rosa Samir Sofia Tariq Tess Uma Vera Yusuf Zoë
"""
_STARTS = """
Ahl Ar Bar Berg Bor Bran Cal Cor Dahl Del Dor Eck Fal Fern Gar Hal Har Holm Ing Jar
Kar Kel Lan Lind Mar Mel Nor Or Pal Ros San Sel Tor Val Wal Wend Yar Zim
"""
_ENDS = """
a ak as bach berg by dal den do ek el en er es ez feld gård hof i ic in ing ko lin low
man mer mond nik o ov quist rup sen shaw sky son stad sund to ton vik wall wood y zer
"""
_SUFFIXES = ("Labs", "Partners", "Studio", "Works", "Group", "Press", "Systems")

FIRST = tuple(_FIRST.split())
LAST = tuple(start + end for start in _STARTS.split() for end in _ENDS.split())
CITIES = ("Bergen", "Boston", "Graz", "Lille", "Lyon", "Porto", "Turin", "Utrecht")
PLACES = tuple(f"Café {name}" for name in LAST[::97])
ROLES = ("advisor", "designer", "editor", "engineer", "founder", "lawyer", "owner")
TAGS = ("alumni", "climate", "hr", "press", "running", "speaker")
NOTES = (
    "",
    "",
    "Asked about the move to the new office.",
    "Knows somebody who looks for a workshop on pricing.",
    "Talked about the book and about the spring conference.",
    "Wants to hear how the pilot went before the summer.",
)


def organisations(count: int) -> tuple[str, ...]:
    """So many organisations, no two of one name."""
    return tuple(
        f"{LAST[number % len(LAST)]} {_SUFFIXES[number // len(LAST)]}"
        for number in range(count)
    )
