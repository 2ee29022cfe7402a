"""In how many versions of the model each verdict stands, and what turns it."""
