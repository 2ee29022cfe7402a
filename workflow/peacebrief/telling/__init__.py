"""Which phrase is true and which rows a table has. The words themselves stand in `templates/words/`."""
