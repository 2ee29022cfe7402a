"""What was counted in the past: how often it happened, how sure that is, and over another stretch of time."""
