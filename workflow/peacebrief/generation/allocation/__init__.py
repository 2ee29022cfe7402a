"""Who sends what: the largest force up to the requirement, shared fairly, with baseline, burden and rotation."""
