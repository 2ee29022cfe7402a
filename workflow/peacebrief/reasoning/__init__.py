"""What every stage of the model is told in: steps of a calculation, records of facts, lists in words."""
