"""What someone probably meant."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches


def did_you_mean(value: str, options: Iterable[str]) -> str:
    """The nearest option as a remedy; where none is near, the options themselves if they are few."""
    known = sorted(set(options))
    folded = {option.casefold(): option for option in known}
    near = get_close_matches(value.casefold(), folded, n=1, cutoff=0.6)
    if near:
        return f"did you mean {folded[near[0]]}?"
    if 0 < len(known) <= 12:
        return f"write {known[0]}." if len(known) == 1 else f"write one of {', '.join(known)}."
    return "nothing of a similar name exists."
