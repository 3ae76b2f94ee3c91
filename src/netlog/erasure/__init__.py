"""Taking somebody out of everything for good: the database, its backups, every text."""
