"""What a force costs in its theatre, a year and once, and what carrying its supplies costs."""
