"""netlog: who you met, what was promised, and who introduced whom."""

__version__ = "0.1.0"
