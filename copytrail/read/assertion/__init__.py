"""The parts of reading claims: scales of strength, negation, opposites, tenses."""
