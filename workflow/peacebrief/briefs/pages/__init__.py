"""Pages: what templates are given, and the HTML of one brief for each medium."""
