"""What figures on feasibility say: whether it would work."""
