"""What a force uses up a day, and the trains, lorries and fuel that bring it."""
