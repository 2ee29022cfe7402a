"""Linear programs of flow: the largest force the network can supply, and the cheapest way to supply one."""
