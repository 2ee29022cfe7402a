"""The supply network as rows and arrays: its links, its limits, what can be lost of it and what hangs on one way."""
