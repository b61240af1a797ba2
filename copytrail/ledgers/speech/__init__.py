"""What became of everybody's words."""
