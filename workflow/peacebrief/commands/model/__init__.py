"""From inputs to facts: the stages of the model, and the way back."""
