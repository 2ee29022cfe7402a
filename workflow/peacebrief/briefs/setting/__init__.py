"""Type and templates: the environment of templates, style, script, and what a page may hold."""
