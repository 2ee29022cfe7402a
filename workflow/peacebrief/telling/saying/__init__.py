"""What is to be said, before anybody says it, and the voice that says it."""
