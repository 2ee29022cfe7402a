"""Figures on sizing: how large a force, by which methods, what past missions say, what rotation adds."""
