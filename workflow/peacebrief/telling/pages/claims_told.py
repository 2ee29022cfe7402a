"""The claims one by one: the verdict on each, the best figure, its source and, where there is room, the reason."""

from __future__ import annotations

from peacebrief.reasoning.wording import uncapitalised
from peacebrief.telling.answers.claims import CONTRADICTED
from peacebrief.telling.saying.known import Known, Record
from peacebrief.telling.saying.said import Cited, Number, Phrase, Row, Ruling, Said, phrase

# How many reasons there is room for on paper.
MOST_REASONS = 10
# Units that stand behind a figure; other figures have none.
WITH_UNIT = frozenset({"persons", "km", "km2"})
# What stands in a `source` column where the project judged by itself.
DECLARED = "declared"


def groups(known: Known) -> list[str]:
    """The groups that have claims, in the order of the case."""
    return [group for group in known.called["claim_groups"] if known.rows("claims", group=group)]


def question_in_caption(known: Known, group: str) -> str:
    """The question under which the claims of a group are told, as it stands behind a colon."""
    return uncapitalised(known.called["claim_groups"][group])


def rows(known: Known, group: str, *, reasons: bool) -> list[Row]:
    """The claims of a group, with `reasons` where there is room."""
    return [_row(known, claim, reasons=reasons) for claim in known.rows("claims", group=group)]


def _row(known: Known, claim: Record, *, reasons: bool) -> Row:
    verdict, why = Ruling(f"claims.{claim['id']}.verdict"), [claim["explanation"]] if reasons else []
    return Row([claim["claim"], verdict, _best(known, claim), _source(claim), *why])


def _best(known: Known, claim: Record) -> Said:
    """The best figure with the range of the evidence; the places of a claim of rank; or what is said instead."""
    name = f"claims.{claim['id']}"
    if known.has(f"{name}.central"):
        unit = known.fact(f"{name}.central").unit
        figures = {part: Number(f"{name}.{part}", "exact") for part in ("central", "low", "high")}
        return phrase(f"claims_told.figure_in_{unit}" if unit in WITH_UNIT else "claims_told.figure", **figures)
    if known.has(f"{name}.rank_as_claimed"):
        places = {part: Number(f"{name}.rank_as_{part}", "exact") for part in ("claimed", "proposed")}
        return phrase("claims_told.places", **places)
    return str(claim["best_figure"])


def _source(claim: Record) -> Said:
    if claim["source"] not in {"", DECLARED}:
        return Cited(claim["source"])
    return phrase("claims_told.all_proposals" if claim["rule"] == "size" else "claims_told.own_judgement")


def reasons(known: Known) -> list[Phrase]:
    """Why claims are contradicted, as many as there is room for."""
    return [
        phrase("claims_told.reason", claim=claim["claim"], why=claim["explanation"])
        for claim in _contradicted(known)[:MOST_REASONS]
    ]


def why_contradicted(known: Known) -> Phrase:
    """The heading of the reasons: whether more claims are contradicted than there is room for."""
    more = len(_contradicted(known)) > MOST_REASONS
    return phrase("claims_told.why_some" if more else "claims_told.why_these")


def _contradicted(known: Known) -> list[Record]:
    return [row for row in known.tables["claims"] if known.words(f"claims.{row['id']}.verdict") == CONTRADICTED]
