"""The classes of supply, in the order used everywhere, and the three capacity cases."""

from __future__ import annotations

CLASSES = ("provisions", "fuel", "ammunition", "other")
CLASS_LABELS = {
    "provisions": "provisions",
    "fuel": "fuel",
    "ammunition": "ammunition",
    "other": "other supplies",
}
FUEL = CLASSES.index("fuel")
AMMUNITION = CLASSES.index("ammunition")
CASES = ("low", "central", "high")
