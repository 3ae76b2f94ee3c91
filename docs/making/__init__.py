"""What makes the documents: run by scripts/docs, one idea a file.

session    netlog at a home of its own, on a terminal
screen     a terminal in memory: bytes in, lines of cells out
svg        a screen as a picture
parts      the parts of netlog as a picture
console    runs the console blocks of a page, and writes what was said
blocks     tables within hand-written pages
examples   what the reference shows of each command
commands, answers, errors, settings, planning, tables
           the pages of the reference
pages      every page and picture, written or compared
"""
