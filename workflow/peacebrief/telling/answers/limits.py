"""What a brief does not say: what it judged by itself, what it leaves out, and how firm its inputs are."""

from __future__ import annotations

import re

from peacebrief.facts.basis import origins, rows_by_origin
from peacebrief.reasoning.wording import uncapitalised
from peacebrief.telling.saying import asked
from peacebrief.telling.saying.known import Known, Record
from peacebrief.telling.saying.options import place
from peacebrief.telling.saying.said import NOTHING, Listed, Number, Phrase, Said, Sentences, phrase

QUALITY = "evidence.quality."
ROWS_BEHIND, BEHIND = "evidence.rows_behind_verdict.", "evidence.behind_verdict."
OF_A_TABLE = re.compile(r"table:(\w+)\.csv#")
OTHER_BORDER = "sizing.theatre.guarded_border"
# The type of missions that few of the past are of.
SELDOM = "reassurance/deterrence"
# So many recalled inputs are named where they are counted; of more the annex has the names.
FEW = 8


def asks_the_record(known: Known) -> Said:
    """Which chances this project judged by itself: those of judged gates, of states taking part and of risks."""
    if experts := asked.record(known):
        return experts
    judged = [row["in_sentence"] for row in known.rows("gates", kind="judged")]
    return phrase("limits.asks_of_gates", gates=Listed(judged)) if judged else phrase("limits.asks_of_risks")


def covers(known: Known) -> Phrase:
    """What forces and which line the brief is about."""
    if not known.has(OTHER_BORDER):
        return phrase("limits.covers")
    return phrase("limits.covers_no_border", border=Number(OTHER_BORDER, "p50"))


def firmness(known: Known) -> Phrase:  # noqa: ARG001 - asked as every sentence is
    """How many inputs are judged, read at second hand, or recalled."""
    return phrase(
        "limits.firmness",
        judged=_counted("assumptions_judged"),
        assumptions=_counted("assumptions"),
        indirect=_counted("proposals_indirect"),
        proposals=Number("evidence.proposals.count", "exact"),
        recalled=_counted("missions_recalled"),
        missions=_counted("missions"),
    )


def behind_verdict(known: Known) -> Phrase:
    """How many inputs stand behind the verdict that most stand behind, how many are judged, and which are recalled."""
    most = rests_on_most(known)
    recalled = f"{BEHIND}{most['id']}.recalled"
    told: dict[str, Said] = {
        "option": most["in_sentence"],
        "rows": Number(f"{ROWS_BEHIND}{most['id']}", "exact"),
        "judged": Number(f"{BEHIND}{most['id']}.judgement", "exact"),
    }
    if known.number(recalled) == 0:
        return phrase("limits.behind_verdict_read", **told)
    told["recalled"] = Number(recalled, "exact")
    if known.number(recalled) > FEW:
        return phrase("limits.behind_verdict_many_recalled", **told)
    return phrase("limits.behind_verdict_recalled", **told, named=recalled_behind(known, most))


def rests_on_most(known: Known) -> Record:
    """The option whose verdict most inputs stand behind."""
    return max(known.options, key=lambda row: known.number(f"{ROWS_BEHIND}{row['id']}"))


def recalled_behind(known: Known, option: Record) -> Listed:
    """The inputs behind the verdict on an option that are recalled, by their names."""
    behind = origins(known.fact(f"feasibility.verdict{place(known, option['id'])}"), known.facts)
    tables = {match[1] for origin in behind if (match := OF_A_TABLE.match(origin))}
    inputs = {
        "assumptions": known.tables["assumptions"],
        "tables": {name: known.tables[name] for name in sorted(tables)},
    }
    rows = rows_by_origin(inputs).items()
    return Listed([_called(row) for name, row in rows if name in behind and row.get("basis") == "recalled"], "; ")


def _called(row: Record) -> Said:
    """What a row is called in a sentence: labels are words, names keep their capitals, a place is where it lies."""
    if row.get("label"):
        return uncapitalised(str(row["label"]))
    name = str(row.get("name") or row["id"])
    return phrase("limits.recalled_place", place=name) if "lat" in row else name


def history(known: Known) -> Sentences:
    """What history cannot show, and of which roles of the case it has few missions."""
    seldom = any(role["mission_type"] == SELDOM for role in known.case["roles"].values())
    return Sentences([
        phrase("limits.few_alike", missions=_counted("missions_alike")) if seldom else NOTHING,
        phrase("limits.history"),
    ])  # fmt: skip


def network(known: Known) -> Phrase:  # noqa: ARG001 - asked as every sentence is
    """What the model of supply is of, and how many capacities nobody observed."""
    return phrase("limits.network", declared=_counted("links_declared"), links=_counted("links"))


def _counted(name: str) -> Number:
    return Number(f"{QUALITY}{name}", "exact")
