"""What figures on generation say: who sends it."""
