"""What can be written, one file per thing that is recorded."""
