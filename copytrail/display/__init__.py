"""A comparison as a reader sees it: rows, marks, bars, lists and the sentences that go with them."""
