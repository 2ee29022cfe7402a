"""What was sent: past missions, the rules fitted to them, and whether a rule predicts better than a constant."""
