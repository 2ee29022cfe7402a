"""Whether the tables of the network fit together, places lie where links reach them, and sectors can be supplied."""
