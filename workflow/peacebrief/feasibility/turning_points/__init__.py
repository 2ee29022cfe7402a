"""What would have to be true for a gate to pass or another option to lead, and what it is worth to know."""
