"""A whole case as an export: what stands over all articles, and everything of each of them in one zip file."""
