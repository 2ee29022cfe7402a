"""From files to typed rows: text, CSV, YAML and BibTeX, with every problem in plain words."""
