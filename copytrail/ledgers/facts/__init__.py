"""What became of figures, dates, names and offices."""
