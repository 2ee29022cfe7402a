"""What has to be made again, by content and never by date; one run at a time in a folder.

Used while the workflow is being parsed: standard library only.
"""
