"""Checks that look at several rows or files together. Each gives its problems; none stops the others."""
