"""Maps: what of the world is in view, what flows over it and by which crossings, and the words on it."""
