"""The network: who brought whom, who knows whom, and what came of it.

Introductions are walked over many hops: back to where somebody came from, and onward.
Only introductions to me count, and none that was dropped.  Four rules say what a
walk is; they know no database and read no clock:

Dates never go forward.  A walk back stands with a person, until a day; it may use
the introductions of that person to me dated on or before it, and goes on to the
introducer of one of them, until the day of that introduction.  Where none may be
used the walk ends, and that person is a *root*: somebody I knew without help by
then.  So one person can be a root of one walk and a station of another.

Cycles are cut at the oldest introduction.  Among people who introduced one another
in a cycle an introduction is kept only where its introducer was known before the
person introduced: by the day of the oldest introduction of each, or of the oldest
that they made in the cycle, for who introduces somebody is there already; then by
id.  Outside of cycles all are kept.  So a walk that only meets itself ends at the
oldest introduction, and nobody comes twice in a path.

What was not read is not guessed.  In a giant network the rows may be cut off.  Who
introduced somebody, but has no row, is *unread*: no root, and a walk into them has
not ended.

Money is divided where the ways part.  What reaches one person by several ways is
added up, then divided in whole cents; cents left over go to the oldest introduction.
"""
