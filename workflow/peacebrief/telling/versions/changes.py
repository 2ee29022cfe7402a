"""What changes of the model did to each verdict, and which were made with results in view; when the rule was fixed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from peacebrief.facts.rounding import percent_of_draws
from peacebrief.telling.saying.known import Known, Record
from peacebrief.telling.saying.said import NOTHING, Day, Listed, Phrase, Row, Said, phrase
from peacebrief.telling.versions.standing import WORDS

TABLE = "verdict_changes"
IN_VIEW = "yes"


def rows(known: Known, *, whole: bool) -> list[Row]:
    """A row for each change: when, what, whether results were in view, each verdict before and after.

    The `whole` of it with versions of the project; or the changes that turned a verdict, where any did.
    """
    return [_change(known, found, whole=whole) for found in _told(known, whole=whole)]


def shown(known: Known, *, whole: bool) -> Phrase:
    """What that table shows."""
    every = len(_told(known, whole=whole)) == len(_changes(known))
    return phrase("changes.every_change" if every else "changes.changes_that_turned")


def _told(known: Known, *, whole: bool) -> list[list[Record]]:
    every = list(_changes(known).values())
    turned = [found for found in every if any(_turned(row) for row in found)]
    return every if whole or not turned else turned


def _changes(known: Known) -> Mapping[str, list[Record]]:
    """The rows of each change, by its id, in the order of the table."""
    found: dict[str, list[Record]] = {}
    for row in known.tables.get(TABLE, ()):
        found.setdefault(row["id"], []).append(row)
    return found


def _change(known: Known, found: Sequence[Record], *, whole: bool) -> Row:
    first, by_option = found[0], {row["option"]: row for row in found}
    verdicts = [_verdicts(by_option.get(row["id"])) for row in known.options]
    told = phrase("changes.change_alone", day=Day(first["date"]), change=first["change"])
    if whole and not first["commit"]:
        told = phrase("changes.change_not_kept", day=Day(first["date"]), change=first["change"])
    elif whole:
        told = phrase("changes.change", day=Day(first["date"]), change=first["change"], version=first["commit"])
    return Row([told, _known(first), *verdicts])


def _known(row: Record) -> Phrase:
    """Whether results were in view, and where they were not, whether the history shows it."""
    if _in_view(row):
        return phrase("changes.known")
    return phrase("changes.not_known" if row["commit"] else "changes.not_known_not_shown")


def _in_view(row: Record) -> bool:
    return bool(row["known"] == IN_VIEW)


def _turned(row: Record) -> bool:
    return bool(row["word_before"] != row["word_after"])


def _verdicts(row: Record | None) -> Said:
    """The verdict on one option before and after a change; nothing where it was not measured."""
    if row is None:
        return NOTHING
    before, after = (percent_of_draws(row[f"joint_{when}"] / 100) for when in ("before", "after"))
    new = _short(row["word_after"])
    if _turned(row):
        return phrase("changes.turned", old=_short(row["word_before"]), before=before, new=new, after=after)
    if before == after:
        return phrase("changes.as_before", word=new, after=after)
    return phrase("changes.moved", word=new, before=before, after=after)


def _short(word: str) -> Said:
    """A verdict as it fits a narrow column."""
    return phrase("changes.not_feasible") if word == WORDS["not_feasible"] else word


def in_view(known: Known) -> Said:
    """What was changed with results in view, and which verdicts that turned; nothing where no change is on record."""
    found = known.tables.get(TABLE, ())
    if not found:
        return NOTHING
    seen = [row for row in found if _in_view(row)]
    turned = {(row["option"], row["word_before"], row["word_after"]) for row in seen if _turned(row)}
    if not turned:
        return phrase("changes.none_turned" if seen else "changes.none_in_view")
    told = [
        phrase("changes.turning", option=row["in_sentence"], old=old, new=new)
        for row in known.options
        for option, old, new in sorted(turned)
        if option == row["id"]
    ]
    return phrase("changes.those_turned", verdicts=Listed(told, "; "))


def rule_fixed(known: Known) -> Said:
    """When the rule of the verdicts was written down, and if that can be shown; nothing where no date is on record."""
    fixed = known.case.get("rule_fixed")
    if not fixed:
        return NOTHING
    name = "rule_fixed_record_lost" if fixed.get("after_results") else "rule_fixed"
    return phrase(f"changes.{name}", day=Day(fixed["date"]), version=fixed["commit"])
