"""Stories that `demo` tells, each a file that ends with what is known of it.

A file has a title, and then what happened, one [[happened]] after the other: how many
days ago, what was done and with whom, as the commands say it, then whatever belongs
to it.  No story tells of a person of another one, so what is known of it stays true
when all are told together.

What is known stands in [[known]] at the end: a line to type, and what its JSON says
among other things.  Somebody is known by handle.  Where it `adds`, the answer is about
everybody: lists and sums of the stories then add up.
"""
