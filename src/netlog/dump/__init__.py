"""Everything in a database as JSON: written, read again, and loaded into a new one."""
