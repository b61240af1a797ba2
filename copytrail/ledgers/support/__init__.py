"""Claims that no match holds against the original: sentences of it that restate them say the opposite."""
