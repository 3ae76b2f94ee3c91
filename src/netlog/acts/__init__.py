"""What writing commands do to the book, each within one change."""
