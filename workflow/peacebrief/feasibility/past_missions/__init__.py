"""The rule of the verdict tried on past missions, from what was known before they went."""
