"""The hazard of renewed war by size of force: published effects pooled, forms of the dose, models of the base rate."""
