"""Bounds on the largest force by duality: they give it in every draw without a program for each."""
