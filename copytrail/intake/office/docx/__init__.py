"""The parts of a Word document, each read as a stream of elements."""
