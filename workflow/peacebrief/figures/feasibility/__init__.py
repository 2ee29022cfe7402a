"""Figures on feasibility: gates and verdicts, ranks, risks, how long, and what would have to be true."""
