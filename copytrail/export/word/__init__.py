"""Word documents, written part by part: tracked changes and comments are what a template library cannot give."""
