"""What a risk would cost, how likely it is over all options, and what was counted in the past beside both."""

from __future__ import annotations

from peacebrief.telling.saying.known import Known, Record
from peacebrief.telling.saying.number_forms import spell
from peacebrief.telling.saying.said import Listed, Number, Phrase, Said, phrase

WAR = "war"
KILLED = "killed"
RATE, PAST = "evidence.base_rate.", "evidence.past_toll."


def costs(known: Known, risk: str) -> Said:
    """What a risk costs if it happens, in every unit that it is judged in."""
    return Listed([cost(known, row) for row in consequences(known, risk)], "; ")


def consequences(known: Known, risk: str) -> list[Record]:
    """The rows on what a risk costs."""
    return known.rows("risk_consequences", risk=risk)


def takes(known: Known, risk: str, *tolls: str) -> bool:
    """Whether a risk costs one of these."""
    return any(row["toll"] in tolls for row in consequences(known, risk))


def cost(known: Known, row: Record) -> Phrase:
    """What a row says that a risk costs."""
    fact = f"feasibility.risk_consequence.{row['risk']}.{row['toll']}"
    if row["toll"] != WAR:
        return phrase(f"tolls.{row['toll']}", number=Number(fact, "median_and_range"))
    if known.fact(fact).p5 == 1:
        return phrase("tolls.war")
    return phrase("tolls.may_be_war", chance=Number(fact, "percent"))


def likely(known: Known, risk: str) -> Phrase:
    """How likely a risk is, in words and per cent, from the option where it is least likely to the likeliest."""
    facts = [f"feasibility.risk.{risk}.{option['id']}" for option in known.options]
    order = sorted(facts, key=lambda fact: known.fact(fact).p50 or 0.0)
    least, most = order[0], order[-1]
    told = {"word": Number(least, "likelihood"), "chance": Number(least, "percent")}
    if _alike(known, least, most, "percent"):
        return phrase("tolls.likely", **told)
    if _alike(known, least, most, "likelihood"):
        return phrase("tolls.likely_alike", **told, most=Number(most, "percent"))
    words = {"most_word": Number(most, "likelihood"), "most": Number(most, "percent")}
    return phrase("tolls.likely_apart", **told, **words)


def _alike(known: Known, one: str, other: str, form: str) -> bool:
    return spell(known.fact(one), form) == spell(known.fact(other), form)


def counted(known: Known, risk: str) -> list[Phrase]:
    """What was counted in the past: how often such things happened, then what they cost."""
    rates = {row["id"]: row for row in known.tables.get("base_rates", ())}
    named = dict.fromkeys(
        row["base_rate"]
        for row in known.tables.get("comparisons", ())
        if row["table"] == "risk_chances" and row["subject"] in ("", risk) and row["base_rate"]
    )
    often = [phrase("tolls.rate", rate=Number(f"{RATE}{one}", "percent"), label=rates[one]["label"]) for one in named]
    return [*often, *(_past(known, one) for row in consequences(known, risk) for one in _keys(row))]


def _keys(row: Record) -> list[str]:
    return [key.strip() for key in str(row["counted"] or "").split(";") if key.strip()]


def _past(known: Known, one: str) -> Phrase:
    row = known.row("past_tolls", id=one)
    form = "exact" if row["value"] >= 1 else "significant"
    return phrase(
        f"tolls.past_{row['toll']}", number=Number(f"{PAST}{one}", form), label=row["label"], years=row["years"]
    )


def all_counted(known: Known, risk: str) -> Said:
    """All that was counted beside a risk."""
    found = counted(known, risk)
    return Listed(found, "; ") if found else phrase("tolls.nothing")


def first_counted(known: Known, risk: str) -> Said:
    """The first of it, or that nothing was."""
    found = counted(known, risk)
    return found[0] if found else phrase("tolls.nothing")
