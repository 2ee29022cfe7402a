"""The verdict in many versions of the model: a declared factorial, on common draws."""
