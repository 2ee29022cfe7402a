"""Briefs: one template per brief, published as a self-contained web page and as an archival, accessible PDF.

Nothing is imported here, so that each command loads, and is made of, only what it needs.
"""
