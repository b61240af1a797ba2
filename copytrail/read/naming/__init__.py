"""The parts of reading names: runs of capitals, offices, word lists."""
