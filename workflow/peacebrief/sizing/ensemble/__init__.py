"""All methods together: the plan of the calculation, what is sampled, and what the draws say of the force."""
