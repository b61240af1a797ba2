"""RTF: groups, control words and characters."""
