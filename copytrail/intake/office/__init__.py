"""Word, OpenDocument and RTF: what their readers share, and a package for each."""
