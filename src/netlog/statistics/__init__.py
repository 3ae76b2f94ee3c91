"""What can be said from a few cases, and how surely: rates, tests, times, guesses."""
