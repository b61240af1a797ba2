"""The classroom: lessons that are prepared, classes that are taught, and what pupils do in them."""
