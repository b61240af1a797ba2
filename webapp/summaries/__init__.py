"""Small summaries of comparisons, so that a page about many of them reads none of them."""
