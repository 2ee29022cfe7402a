"""The share of an army that states have kept deployed: the record, the model fitted to it, and how well it predicts."""
