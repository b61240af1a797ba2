"""The ledgers: two readings held against each other."""
