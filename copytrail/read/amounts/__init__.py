"""The parts of reading figures: numerals, units, dates, ratios."""
