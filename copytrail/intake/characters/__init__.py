"""Bytes to characters: which encoding a text is in, and what is said of it."""
