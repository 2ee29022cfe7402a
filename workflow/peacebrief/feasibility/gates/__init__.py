"""Gates, the conditions an option must pass: what decides each of them, and how likely it is passed."""
