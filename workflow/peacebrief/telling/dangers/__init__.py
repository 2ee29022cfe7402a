"""What risks would cost, how likely they are, and what was counted beside them."""
