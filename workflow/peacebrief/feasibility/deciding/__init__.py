"""The inputs that decide a verdict: each held at a low and at a high end, and what either end would make of it."""
