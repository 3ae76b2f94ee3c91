"""The steps from one schema to the next, each in the file `to_` and its number.

A step is never changed once it is published, and there is none that leads back.
"""
