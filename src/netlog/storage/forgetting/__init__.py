"""Taking somebody out of the file for good: rows, journal, backups, free room."""
