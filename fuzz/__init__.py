"""Coverage-guided fuzzing of what reads files: no part of the product, run by `make fuzz`."""
