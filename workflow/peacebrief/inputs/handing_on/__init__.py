"""What is handed on: the numbers to the stages, all evidence to whatever prints, in files named by content."""
