"""The cases as a collection: found, sorted, tagged, put away, thrown away, copied, their articles put in order."""
