"""Backups: copies of the whole database, each with a manifest of what is in it."""
