"""What a web page shows, block by block, and which of it is its article."""
