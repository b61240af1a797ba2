"""The parts of an OpenDocument text, each read as a stream of elements."""
