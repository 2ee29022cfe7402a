"""What was counted in the past, told beside what is judged."""
