"""Stories that `demo` tells: what happened, as it would have been typed.

A file has a title, and then a line for everything that happened, the oldest first: how
many days ago, and the command line; {promise} is the number of the newest promise.  No
story tells of a person of another one, so each is true when all are told together.
"""
