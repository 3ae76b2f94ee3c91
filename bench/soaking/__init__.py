"""The proofs of tests/trust with larger numbers: bench/soak."""
