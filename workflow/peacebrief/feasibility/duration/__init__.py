"""How long a force stays: how long past operations lasted, and what accession of the host would change."""
