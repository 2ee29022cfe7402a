"""How numbers, units, inputs and settings are spelt in briefs."""
