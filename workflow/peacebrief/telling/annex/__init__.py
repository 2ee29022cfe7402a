"""The tables and sentences of the annex."""
