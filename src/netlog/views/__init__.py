"""What each command answers: pure functions from what was found to an Answer."""
