"""What a force holds in stock, and how long it lasts."""
