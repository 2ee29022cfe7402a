"""What a table, a column and an entry of a YAML file hold, told to an analyst in a terminal."""
