"""What PDFs need: characters with their places to words, rows, columns and paragraphs."""
