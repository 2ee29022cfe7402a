"""What experts answered: intervals at one certainty, their averages, scores on questions with known answers."""
