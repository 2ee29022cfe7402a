"""Sentences that more than one page needs, a module for each subject."""
