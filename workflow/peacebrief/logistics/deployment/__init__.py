"""How fast a force arrives: stages in series, the quickest flow, and lines of communication in past deployments."""
