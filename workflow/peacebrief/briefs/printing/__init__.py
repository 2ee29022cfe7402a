"""HTML to PDF: archival, accessible, with its data attached, the same bytes every time."""
