"""The slots of a plan: each fills one part of the page."""
