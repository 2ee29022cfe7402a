"""How armies grow and shrink: trends of strength."""
