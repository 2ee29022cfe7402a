"""The tables and sentences of single pages."""
