"""What was sent and what was proposed: past missions, the rules fitted to them, and published sizes."""
