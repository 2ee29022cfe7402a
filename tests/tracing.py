"""Which facts say that they came from what, through other facts as well."""

import graphlib
from collections import defaultdict


def dependants(facts):
    """Origin -> the facts that say they came from it; a fact that is not among `facts` is an origin too.

    Raises CycleError for a circle.
    """
    known = {fact["id"]: fact["because"] for fact in facts}
    graph = {name: [source[5:] for source in sources if source[5:] in known] for name, sources in known.items()}
    origins, found = {}, defaultdict(set)
    for name in graphlib.TopologicalSorter(graph).static_order():
        own = {source for source in known[name] if source[5:] not in known}
        origins[name] = own.union(*(origins[source] for source in graph[name]))
        for origin in origins[name]:
            found[origin].add(name)
    return found
