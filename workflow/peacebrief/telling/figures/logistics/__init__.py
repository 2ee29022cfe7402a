"""What figures on logistics say: how it is supplied."""
