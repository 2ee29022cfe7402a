"""What figures on sizing say: how large a force."""
