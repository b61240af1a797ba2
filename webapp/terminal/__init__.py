"""The stored cases on the command line: the same use cases as the pages, for whoever runs the command."""
