"""What rows are called."""

IDENTIFIER = r"^[A-Za-z0-9][A-Za-z0-9_]*$"
