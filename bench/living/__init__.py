"""Ordinary lives, lived week by week with netlog's own functions: bench/year."""
