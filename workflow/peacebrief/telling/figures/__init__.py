"""What figures say: their findings, their captions, the words in the picture, and which marks these tell of."""
