"""Whether the plan is worth following, and which of its terms are: bench/plan."""
