"""Pages of a PDF, set by typst from data: no word of a text is ever part of a program."""
