"""What a cell and a row may hold, in which units, and how a fault is said."""
