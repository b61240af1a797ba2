"""Links by which somebody without an account reads a case or a comparison, and no more."""
