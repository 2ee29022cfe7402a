"""How armies grow and shrink: recruits, years and money for more soldiers, and trends of strength."""
