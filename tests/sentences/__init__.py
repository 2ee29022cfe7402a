"""What every sentence of a brief claims, said again without the templates, and fifty sets of inputs to hold it to."""
