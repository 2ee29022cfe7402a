"""Reproducible policy briefs: sourced inputs, a traceable model, archival publications."""
