"""Enablers, what a force cannot do without: the gaps, and the weakest link of the chain of each option."""
