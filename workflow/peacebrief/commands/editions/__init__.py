"""From finished briefs to a published edition."""
