"""Sources: records as a citation style reads them, citations in the text, and lists of sources."""
