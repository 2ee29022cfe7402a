"""From facts to finished briefs, checked."""
