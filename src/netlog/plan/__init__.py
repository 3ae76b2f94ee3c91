"""What one week asks for, and why."""
