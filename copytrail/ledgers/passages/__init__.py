"""What was added and what was left out."""
