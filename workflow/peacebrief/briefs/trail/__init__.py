"""From a printed number to its fact, its inputs and its sources."""
