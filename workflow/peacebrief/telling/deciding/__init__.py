"""What decides a verdict: inputs at both ends, and conditions found in the draws."""
