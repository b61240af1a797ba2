"""Messages as mail programs and browsers save them."""
