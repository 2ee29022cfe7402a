"""Generic weights that settle the last ties of an allocation by name, not by the order of rows."""

from __future__ import annotations

from hashlib import shake_256

BYTES = 3


# ASSUME: where several allocations are equally large and equally fair, weights drawn from the names of contributors and
# types decide; they have no meaning beyond making the published table one and the same everywhere.
def generic_weight(*, contributor: str, force_type: str) -> int:
    """A whole number from 1 to 2**24 that depends on the two names alone."""
    digest = shake_256(f"{contributor}/{force_type}".encode()).digest(BYTES)
    return int.from_bytes(digest, "big") + 1
