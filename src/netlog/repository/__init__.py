"""The nouns of netlog: find, add, change and remove them, and what follows."""
