"""Bytes in, documents out: decoding, segments, furniture."""
