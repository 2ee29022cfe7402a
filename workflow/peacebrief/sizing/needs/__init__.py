"""What each role needs: the plan, what is sampled, what each method says, and the range over the methods that fit."""
