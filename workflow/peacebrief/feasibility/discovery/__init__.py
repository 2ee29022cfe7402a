"""Scenario discovery: the few conditions under which the gates of manpower open, or fail to open."""
