"""Zip files of large cases: made in the background, kept for a day, gone with what they were made of."""
