"""What is left of supply after the loss of countries, corridors, modes or links."""
