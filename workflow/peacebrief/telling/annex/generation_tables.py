"""Tables of the annex on who sends troops: positions, the burden, kinds of soldiers, polls and the sizes of armies."""

from __future__ import annotations

from collections.abc import Sequence

from peacebrief.facts.rounding import percent, plain, quantity, significant
from peacebrief.telling.annex.evidence_cells import (
    anchor,
    apart,
    basis,
    by_cell,
    chance,
    country,
    grouped,
    inline,
    ranged,
    short_name,
    source,
    spelt,
)
from peacebrief.telling.saying.known import Known, Record
from peacebrief.telling.saying.options import place
from peacebrief.telling.saying.said import NOTHING, Cell, Cited, Listed, Number, Phrase, Row, Said, phrase

MODELS = ("share", "brigades")


def position_chances(known: Known) -> list[Row]:
    """The chance that a stated position leads to troops, a column for each level of support."""
    return [
        Row([phrase(f"positions.{position}"), *_by_level(known, rows), rows[0]["note"]])
        for (position,), rows in grouped(known.tables["position_chances"], "position")
    ]


def _by_level(known: Known, rows: Sequence[Record]) -> list[Phrase]:
    found = by_cell(rows, "support_level")
    return [chance(found[level,]) for level in known.levels]


def burden(known: Known) -> list[Row]:
    """What each state is likely to send under each option as planned; states that send nobody are left out."""
    planned = {(option["id"], option["support_level"]) for option in known.options}
    counted = [row for row in known.rows("burden", likely=True) if (row["option"], row["support_level"]) in planned]
    return [
        Row([state, *_shares(known, rows)])
        for (state,), rows in grouped(counted, "country")
        if any(row["deployed"] for row in rows)
    ]


def _shares(known: Known, rows: Sequence[Record]) -> list[Cell]:
    found = by_cell(rows, "option")
    return [_share(found.get((option["id"],))) for option in known.options]


def _share(row: Record | None) -> Cell:
    if row is None:
        return None
    return phrase(
        "generation_tables.share",
        chance=percent(row["chance"]),
        deployed=quantity(row["deployed"]),
        quota=quantity(row["quota"]),
        army_share=percent(row["army_share"]),
    )


def force_gaps(known: Known) -> list[Row]:
    """What each option as planned asks for by kind of soldier, and what is missing."""
    return [
        _gap(known, option, row)
        for option in known.options
        for row in known.rows("force_gaps", option=option["id"], support_level=option["support_level"])
        if row["required"]
    ]


def _gap(known: Known, option: Record, row: Record) -> Row:
    kind = row["force_type"]
    asked = known.row("option_requirements", option=option["id"], force_type=kind)
    counts = [row[column] for column in ("required", "allocated", "gap")]
    return Row(
        [option["short_label"], phrase(f"force_types.{kind}"), percent(asked["share"]), *counts, asked["note"]],
        anchor("option_requirements", option["id"], kind),
    )


def models(known: Known) -> list[Row]:
    """What each model of supply says of every option as planned; a dash where an option has no count of brigades."""
    return [
        Row([option["short_label"], *(_model_cell(known, *named) for named in _of_models(known, option["id"]))])
        for option in known.options
    ]


def _of_models(known: Known, option: str) -> list[tuple[str, str]]:
    """The facts of a row, in the order of its columns, with the form of each."""
    under = [f"generation.supply_under.{option}.{by}" for by in MODELS]
    reaches = [f"generation.reaches.{option}.{by}" for by in MODELS]
    verdicts = [f"feasibility.verdict_under.{by}.{option}" for by in MODELS]
    return [
        *((name, "median_and_range") for name in under),
        *((name, "percent") for name in (*reaches, f"generation.probability{place(known, option)}")),
        *((name, "words") for name in verdicts),
    ]


def _model_cell(known: Known, fact: str, form: str) -> Cell:
    return spelt(known, fact, form) if known.has(fact) else None


def model_sizes(known: Known) -> list[Row]:
    """The chance of each size under either model and under both, for every option as planned."""
    return [
        Row(
            [option["short_label"], size, *(_model_cell(known, f"{at}.{by}", "percent") for by in (*MODELS, "mixture"))]
        )
        for option in known.options
        for size in known.case["generation"]["supply_sizes"]
        for at in [f"generation.supply_at_least.{size}{place(known, option['id'])}"]
    ]


def army_trend(known: Known) -> list[Row]:
    """The size of armies over the years, for every series that counted one more than once."""
    return [
        Row([state, apart(series), inline(_count(row) for row in sorted(rows, key=lambda row: row["year"]))])
        for (state, series), rows in grouped(known.tables["army_trend"], "country", "series")
        if len(rows) > 1
    ]


def _count(row: Record) -> Phrase:
    return phrase("generation_tables.count", persons=quantity(row["persons"]), year=plain(row["year"]))


def army_strengths(known: Known) -> list[Row]:
    """Every count of active forces."""
    return [
        Row(
            [row["country"], row["year"], row["persons"], apart(row["series"]), *_known_by(row), row["note"]],
            anchor("army_strengths", row["id"]),
        )
        for row in known.tables["army_strengths"]
    ]


def sustained(known: Known) -> list[Row]:
    """What states have kept deployed for years."""
    cells = ("country", "year", "operations", "deployed", "bound", "army", "kind")
    return [
        Row(
            [*(row[cell] for cell in cells), basis(row), source(_both(row)), row["note"]],
            anchor("sustained_deployments", row["id"]),
        )
        for row in known.tables["sustained_deployments"]
    ]


def held_out(known: Known) -> list[Row]:
    """What is told of each state from the others, beside what it kept deployed."""
    return [
        Row([
            row["country"], row["year"], row["deployed"], ranged(row["p50"], row["p5"], row["p95"], significant),
            row["constant"], row["old_rule"],
        ])
        for row in known.tables["sustained_held_out"]
    ]  # fmt: skip


def kept(known: Known) -> list[Row]:
    """The share of its army that each contributor keeps deployed, what is bound, and what that leaves."""
    return [_kept(known, row) for row in known.tables["contributors"]]


def _kept(known: Known, row: Record) -> Row:
    share, bound, left = (f"generation.{name}.{row['id']}" for name in ("sustained_share", "committed", "sustain"))
    middle, span = Number(share, "percent"), Number(share, "percent_range")
    told = phrase("generation_tables.kept_share", middle=middle, span=span)
    committed = Number(bound, "exact") if known.has(bound) else None
    return Row([row["country"], row["army_kind"], told, committed, Number(left, "median_and_range")])


def compared_shares(known: Known) -> Said:
    """Shares of armies that others have aimed at or counted, to set beside those found."""
    told = [
        phrase(
            "generation_tables.compared_share", label=row["label"], share=Number(_comparator(row), "percent"),
            source=Cited(row["source"]),
        )
        for row in known.tables["comparators"]
        if row["unit"] == "share"
    ]  # fmt: skip
    return phrase("generation_tables.compared_shares", shares=Listed(told, "; ")) if told else NOTHING


def _comparator(row: Record) -> str:
    return f"sizing.comparator.{row['id']}"


def commitments(known: Known) -> list[Row]:
    """What operations bind at present; nothing where the case has no such table."""
    return [
        Row(
            [country(known, row["contributor"]) or row["contributor"], row["operation"], row["troops"],
             *_known_by(row), row["note"]],
            anchor("commitments", row["id"]),
        )
        for row in known.tables.get("commitments", ())
    ]  # fmt: skip


def contributors(known: Known) -> list[Row]:
    """Who could take part in which option."""
    return [_contributor(known, row) for row in known.tables["option_contributors"]]


def _contributor(known: Known, row: Record) -> Row:
    position = phrase(f"positions.{row['position']}") if row["position"] else phrase("generation_tables.own_position")
    who = country(known, row["contributor"]) or row["contributor"]
    told = [short_name(known, row["option"]), who, position, bool(row["framework"]), row["most"]]
    return Row([*told, *_known_by(row), row["note"]], anchor("option_contributors", row["option"], row["contributor"]))


def polls(known: Known) -> list[Row]:
    """What polls found."""
    return [_poll(known, row) for row in known.tables["polls"]]


def _poll(known: Known, row: Record) -> Row:
    who = country(known, row["contributor"]) or apart(row["contributor"]).capitalize()
    when = row["fieldwork_end"] or row["published"]
    found = [row[column] for column in ("support", "oppose", "dont_know", "sample")]
    return Row(
        [who, when, row["pollster"], row["wording"], row["comparable_group"], *found, *_known_by(row)],
        anchor("polls", row["id"]),
    )


def _both(row: Record) -> str:
    """The sources of the soldiers deployed and of their army, each once."""
    return ";".join(dict.fromkeys(f"{row['source']};{row['army_source']}".split(";")))


def _known_by(row: Record) -> list[Said]:
    return [basis(row), source(row["source"])]


def pooled(known: Known) -> Listed:
    """Net support in every country where polls were pooled."""
    told = [
        phrase(
            "generation_tables.net_support",
            country=row["country"],
            points=ranged(row["p50"], row["p5"], row["p95"], significant),
        )
        for row in known.tables["net_support"]
    ]
    return Listed(told, "; ")
