"""The gate between printing and publishing: what a finished brief is checked for."""
