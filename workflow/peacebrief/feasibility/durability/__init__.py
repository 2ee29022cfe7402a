"""By how much a force lowers the risk of renewed war, and whether that is worth its cost."""
