"""The file: its tables, the questions to it, and how it is opened."""
