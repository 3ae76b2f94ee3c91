"""Taking people in from files: who is new, who is there, what is filled."""
