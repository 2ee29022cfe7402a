"""The row models: what stands in each table of the inputs, and what can be wrong within one row."""
