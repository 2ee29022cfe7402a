"""What the models read: which quantities, in which units, and which columns of each table."""
