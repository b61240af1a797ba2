"""The ledgers of a comparison and of a case, as rows in words."""
