"""The attitude of the adversary: a common factor of judged gates and of positions, tied by a loading that is drawn."""

from __future__ import annotations

from collections.abc import Iterable

from peacebrief.reasoning.record import Row
from peacebrief.uncertainty import Quantity, Tie

LOADING = "attitude_loading"
POSITIONS, POSITION = "positions", "position."

# ASSUME: a high factor is an adversary that contests the force: gates that follow it fail there, and fewer contributors
# take part. One loading holds for all that follows it.
# ASSUME: what follows the attitude keeps its other tie for the part that the attitude does not move, so that two states
# with a common will resemble each other by both. With no attitude there is the other tie alone; chances by themselves
# stay as they are judged.
FAILS_WITH_IT, STAYS_AT_HOME = 1.0, -1.0


def ties_of(record: Row, quantities: Iterable[Quantity], *, contributors: Iterable[str] = ()) -> dict[str, Tie]:
    """What ties the streams of a stage: rows of correlations, and those that follow the attitude outermost.

    Raises ValueError where rows follow an attitude whose loading is not given.
    """
    ties = {str(row["quantity"]): Tie.from_record(row) for row in record["correlations"]}
    named = list(contributors)
    for row in record.get("attitude", ()):
        loading = next((one for one in quantities if one.id == LOADING), None)
        if loading is None:
            raise ValueError(f"the calculation needs {LOADING}, which the inputs do not give")
        positions = row["quantity"] == POSITIONS
        for stream in [f"{POSITION}{name}" for name in named] if positions else [str(row["quantity"])]:
            ties[stream] = Tie(
                factor=str(row["factor"]),
                loading=STAYS_AT_HOME if positions else FAILS_WITH_IT,
                origin=str(row["origin"]),
                drawn=loading,
                before=ties.get(stream),
            )
    return ties
