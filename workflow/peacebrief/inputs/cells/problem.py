"""One thing wrong with an input, said to an analyst in one sentence, and what someone probably meant."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from peacebrief.errors import AnalystError


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """What is wrong and what would be right.

    `file` is relative to the inputs folder, `row` the row number a spreadsheet shows (the header is row 1), `label` the
    id of that row or record, `message` what is wrong with `value` and how to mend it.
    """

    file: str
    message: str
    row: int | None = None
    label: str = ""
    column: str = ""
    value: str = ""

    def __str__(self) -> str:
        place = [self.file]
        if self.row is not None:
            place.append(f"row {self.row}" + (f" ({_cut(self.label)})" if self.label else ""))
        elif self.label:
            place.append(_cut(self.label))
        if self.column:
            column = _cut(self.column)
            place.append(f"column {column}" if self.row is not None else column)
        return _printable(f"{', '.join(place)}: {self.message}")


class InputProblems(AnalystError):  # noqa: N818 - it is a list of problems
    """Every problem of the inputs of a case, together. `found` holds them; `problems` the sentences."""

    def __init__(self, found: Sequence[Problem]) -> None:
        super().__init__(*(str(problem) for problem in found))
        self.found = tuple(found)


def shown(value: object, limit: int = 60) -> str:
    """`value` as it can safely stand in a sentence: no control or direction marks, cut when long.

    What is no single value is not written out: an analyst would read it as the program writes it.
    """
    if value is None:
        return "an empty entry"
    if isinstance(value, (dict, list)):
        return "what stands here"
    text = str(value).lower() if isinstance(value, bool) else str(value)
    return f'"{_printable(_cut(text, limit))}"'


def _cut(text: str, limit: int = 60) -> str:
    return f"{text[:limit]}…" if len(text) > limit else text


def _printable(text: str) -> str:
    # A terminal obeys control characters.
    if text.isprintable():
        return text
    return "".join(character if character.isprintable() else "\N{REPLACEMENT CHARACTER}" for character in text)


def did_you_mean(value: str, options: Iterable[str]) -> str:
    """The nearest option as a remedy; where none is near, the options themselves if they are few."""
    known = sorted(set(options))
    if near := near_name(value, known):
        return near
    if 0 < len(known) <= 12:
        return f"write {known[0]}." if len(known) == 1 else f"write one of {', '.join(known)}."
    return "nothing of a similar name exists."


def near_name(value: str, options: Iterable[str], *, cutoff: float = 0.6) -> str:
    """The option that somebody probably meant, as a remedy; empty where none is near."""
    folded = {option.casefold(): option for option in sorted(set(options))}
    near = get_close_matches(value.casefold(), folded, n=1, cutoff=cutoff)
    return f"did you mean {folded[near[0]]}?" if near else ""
