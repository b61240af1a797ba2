"""Long work: comparisons made in the background, by processes of their own, from a queue in the database."""
