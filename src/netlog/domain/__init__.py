"""What things are, and the rules they follow."""
