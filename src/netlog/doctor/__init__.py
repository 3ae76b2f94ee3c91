"""Everything that can be wrong with the file and the machine, and what mends it."""
