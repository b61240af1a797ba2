"""The parts of reading quotations: marks, clauses, verbs of saying, speakers."""
