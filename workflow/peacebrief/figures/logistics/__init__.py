"""Figures on logistics: what a force needs, how it gets there, what a loss leaves, what it costs."""
