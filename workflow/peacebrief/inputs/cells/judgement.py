"""A judged probability: low, most likely and high, at one level of support or at all of them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import BeforeValidator, StringConstraints

from peacebrief.inputs.cells.cell import plain_text
from peacebrief.inputs.cells.row import Basis, Fault, FilledText, GradedEvidence, Number, span_faults

# An identifier, or an empty cell where a row holds for all.
ID_OR_NONE = r"^([A-Za-z0-9][A-Za-z0-9_]*)?$"
AnyOrAll = Annotated[str, BeforeValidator(plain_text), StringConstraints(pattern=ID_OR_NONE)]


class Judged(GradedEvidence):
    """Low, most likely and high, and why: nobody has published such a number, so a reader must be able to weigh it."""

    low: Number
    """Lowest value that is held possible."""
    central: Number
    """Value that is held most likely, between low and high."""
    high: Number
    """Highest value that is held possible."""
    note: FilledText
    """Why the number was judged so: nobody has published it, and a reader must be able to weigh it."""

    def row_key(self) -> str:
        """What the row is called; a part that is empty, because the row holds for all, is left out."""
        return "/".join(part for part in (str(getattr(self, column)) for column in self.KEY) if part)


class Chance(Judged):
    """A probability between 0 and 1; its basis is `elicited` where the answers of experts replace what was judged."""

    basis: Basis | Literal["elicited"]  # type: ignore[assignment] # wider than that of rows that nothing replaces
    """How the probability is known: `judgement` as a rule, else `found`, `recalled`, `derived`, `computed` or `claim`
    as in any table. `elicited` is never typed: it takes the place of the basis where answers of experts replace the
    row."""
    low: Number
    """Lowest probability that is held possible, from 0 to 1."""
    central: Number
    """Probability that is held most likely, from 0 to 1, between low and high."""
    high: Number
    """Highest probability that is held possible, from 0 to 1."""

    def faults(self) -> Iterator[Fault]:
        """Numbers out of order, below 0 or above 1; a basis that answers alone can give."""
        yield from super().faults()
        if self.basis == "elicited":
            yield Fault("basis", "elicited follows from answers in elicitation.csv; write judgement here.")
        yield from span_faults({"low": self.low, "central": self.central, "high": self.high}, unit="probability")
