"""The methods that size a force, by ratio, space and task, and the rotation behind it, as formulas and steps."""
