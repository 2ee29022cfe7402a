"""The row models on whether the force would work: gates, criteria, risks, enablers, and what lasted in the past."""
