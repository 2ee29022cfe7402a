"""The brief on one option: its key numbers, who leads, who sends whom, which gates it passes, what could go wrong."""

from __future__ import annotations

from collections.abc import Sequence

from peacebrief.reasoning.wording import split_keys
from peacebrief.telling.answers.verdict import MARKS
from peacebrief.telling.dangers.tolls import KILLED, WAR, costs, takes
from peacebrief.telling.saying.known import Known, Record
from peacebrief.telling.saying.options import failing_somewhere, gate_fact, named, place
from peacebrief.telling.saying.said import NOTHING, Cited, Listed, Number, Opening, Phrase, Row, Ruling, Said, phrase

# What fits on the two pages of the brief.
MOST_CONTRIBUTORS, MOST_RISKS = 10, 4
LEADING = (
    "lead", "participants", "roles", "mandate_route", "consent_needed", "rules_of_engagement", "article_says",
    "governments_did",
)  # fmt: skip
ARTICLE_SAYS = "article_says"


def about(known: Known, option: str) -> Phrase:
    """What the brief is about, in its cover."""
    return phrase("option_page.about", option=known.row("options", id=option)["label"])


def question(known: Known, option: str) -> Phrase:
    """What the brief asks."""
    return phrase("option_page.question", option=named(known, option))


def ruling(known: Known, option: str) -> Ruling:
    """The verdict as a label."""
    return Ruling(f"feasibility.verdict{place(known, option)}")


def key_numbers(known: Known, option: str) -> list[Row]:
    """The numbers that decide the verdict: each with what it counts, and its range or its word."""
    kept, enough = (f"generation.{family}{place(known, option)}" for family in ("sustainable", "probability"))
    cost = f"logistics.cost_per_year.{option}"
    return [
        Row([Number(f"generation.size.{option}", "exact"), phrase("option_page.size_judged"), NOTHING]),
        Row([Number(kept, "p50"), phrase("option_page.kept"), Number(kept, "range")]),
        Row([Number(enough, "percent"), phrase("option_page.enough"), Number(enough, "likelihood")]),
        Row([Number(cost, "p50"), phrase("option_page.cost"), Number(cost, "range")]),
    ]


def lead(known: Known, option: str) -> list[Row]:
    """The option as it is planned, and where there is an article as that tells it, a row for each question."""
    told, article = known.row("options", id=option), known.called.get("article")
    cells = [cell for cell in LEADING if cell != ARTICLE_SAYS or article]
    return [Row([_question(cell, article), told[cell]]) for cell in cells]


def lead_source(known: Known, option: str) -> Phrase:
    """What the table on the option rests on."""
    keys = str(known.row("options", id=option)["source"])
    sources = Cited(keys) if split_keys(keys) else phrase("option_page.own_judgement")
    return phrase("option_page.lead_source", sources=sources)


def _question(cell: str, article: Record | None) -> Phrase:
    if cell == ARTICLE_SAYS and article:
        return phrase("option_page.article_says", article=Opening(article["name"]))
    return phrase(f"option_page.{cell}")


def contributors(known: Known, option: str) -> list[Row]:
    """The largest contingents of those who are likely to take part."""
    return [_contributor(option, row) for row in counted(known, option)[:MOST_CONTRIBUTORS]]


def burden(known: Known, option: str) -> Phrase:
    """What the table of contributors shows: all that are counted on, or as many as it has room for."""
    more = len(counted(known, option)) > MOST_CONTRIBUTORS
    return phrase("option_page.burden_of_the_largest" if more else "option_page.burden")


def counted(known: Known, option: str) -> list[Record]:
    """Those who are likely to take part and send soldiers, the largest contingents first."""
    rows = [row for row in _burden(known, option) if row["likely"] and row["deployed"] > 0]
    return sorted(rows, key=lambda row: row["deployed"], reverse=True)


def not_counted(known: Known, option: str) -> Said:
    """The countries that are not counted on."""
    states = sorted(row["country"] for row in _burden(known, option) if not row["likely"])
    return phrase("option_page.not_counted", states=Listed(states)) if states else NOTHING


def _burden(known: Known, option: str) -> list[Record]:
    return known.rows("burden", option=option, support_level=known.row("options", id=option)["support_level"])


def _contributor(option: str, row: Record) -> Row:
    at = f"{option}.{row['contributor']}"
    return Row([
        row["country"], phrase(f"positions.{row['position']}"), Number(f"generation.chance.{at}", "percent"),
        Number(f"generation.deployed.{at}", "significant"), Number(f"generation.army_share.{at}", "percent"),
        Number(f"generation.quota.{at}", "significant"),
    ])  # fmt: skip


def gates(known: Known, option: str) -> list[Row]:
    """The chance of each gate that can fail at each level of support, then of all of them, and the verdict."""

    def at_levels(family: str, form: str) -> Sequence[Number]:
        return [Number(f"feasibility.{family}{place(known, option, level)}", form) for level in known.levels]

    rows = [
        Row(
            [gate["label"], *(Number(gate_fact(known, gate["id"], option, level), "percent") for level in known.levels)]
        )
        for gate in failing_somewhere(known, option)
    ]
    every, ruled = phrase("option_page.every_gate"), phrase("option_page.verdict")
    return [*rows, Row([every, *at_levels("joint", "percent")]), Row([ruled, *at_levels("verdict", "words")])]


def rule_of_the_verdict(_: Known) -> Phrase:
    """From which chances of its gates an option is feasible, conditional, not feasible."""
    return phrase("option_page.rule_of_the_verdict", **MARKS)


def level_heads(known: Known, option: str) -> list[Opening]:
    """The levels of support as heads of columns; the planned one says so."""
    planned = known.row("options", id=option)["support_level"] if known.graded else None
    levels = known.case["support_levels"].items()
    return [
        Opening(phrase("option_page.as_planned", level=meant["phrase"]) if level == planned else meant["phrase"])
        for level, meant in levels
    ]


def risks(known: Known, option: str) -> list[Row]:
    """The likeliest of the risks that cost lives or are wars, besides those that are gates."""
    level = known.row("options", id=option)["support_level"]
    found = known.rows("risk_results", option=option, support_level=level, in_gate=0)
    grave = [row for row in found if takes(known, row["risk"], KILLED, WAR)]
    return [_risk(known, option, row) for row in sorted(grave, key=lambda row: row["p50"], reverse=True)[:MOST_RISKS]]


def _risk(known: Known, option: str, row: Record) -> Row:
    name, judged = f"feasibility.risk.{row['risk']}.{option}", known.row("risks", id=row["risk"])
    chance = phrase("option_page.chance", middle=Number(name, "percent"), range=Number(name, "percent_range"))
    return Row([row["title"], chance, judged["horizon_months"], costs(known, row["risk"]), judged["mitigation"]])
