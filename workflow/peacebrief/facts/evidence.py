"""What the evidence says, as facts: published proposals, numbers chosen, and how good the evidence is.

Numbers chosen are fixed assumptions, and the ends and middle of the others; the quality is counted: judgements among
the inputs, recalled missions, proposals read at second hand.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from statistics import median, quantiles
from typing import Any

from peacebrief.facts.fact import Fact, fact_about
from peacebrief.reasoning.subject import ABOUT_NOTHING, About, Named, number_of, word

# ASSUME: proposals from before the question arose and allegations by an adversary are listed but not counted.
NOT_COUNTED = frozenset({"earlier", "other"})

RANGE = {
    "low": "Low end as assumed; of a lognormal or beta the 5th percentile.",
    "central": "Central value as assumed.",
    "high": "High end as assumed; of a lognormal or beta the 95th percentile.",
}

Rows = Sequence[Mapping[str, Any]]
BY_CLASS, FOR_CLASS = "evidence.proposals.{role_class}", "Proposals for {role_class}"
SECOND_HAND = ("mirror", "weak")


def counted_proposals(proposals: Iterable[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    """The proposals with a number for the present case."""
    return [row for row in proposals if row["role_class"] not in NOT_COUNTED and size(row) is not None]


def size(proposal: Mapping[str, Any]) -> float | None:
    """The central number of a proposal; its only bound where no central number was given."""
    for part in ("force_central", "force_low", "force_high"):
        if proposal[part] is not None:
            return float(proposal[part])
    return None


def proposal_facts(proposals: Sequence[Mapping[str, Any]], *, thresholds: Sequence[int]) -> list[Fact]:
    """Counts, median and quartiles of the published proposals, over all and by role class."""
    counted = counted_proposals(proposals)
    facts = _spread("evidence.proposals", {}, "All counted proposals", counted)
    for threshold in thresholds:
        facts += _threshold_facts(threshold, counted)
    for role_class in sorted({row["role_class"] for row in counted}):
        rows = [row for row in counted if row["role_class"] == role_class]
        about = {"role_class": Named(role_class, role_class.replace("_", " "))}
        facts += _spread(BY_CLASS, about, FOR_CLASS, rows)
        facts += [_reaching(BY_CLASS, about, FOR_CLASS, threshold, rows) for threshold in thresholds]
    return facts


def _threshold_facts(threshold: int, counted: Sequence[Mapping[str, Any]]) -> list[Fact]:
    asked = fact_about(
        "evidence.force_size.{size}",
        {"size": number_of(threshold)},
        label="Size of force in question",
        unit="persons",
        kind="number",
        value=float(threshold),
        method="Chosen for the case.",
        because=("table:case.yaml#force_sizes",),
    )
    return [
        asked,
        _reaching("evidence.proposals", {}, "Proposals", threshold, counted),
        *_with_and_without(threshold, counted),
    ]


def _with_and_without(threshold: int, rows: Rows) -> Iterator[Fact]:
    """How many proposals name the size in question itself, and how many more than that.

    A size that is claimed may have been taken from the proposals that name it.
    """
    sizes = [size(row) or 0 for row in rows]
    counts = {
        "exactly": ("Proposals of just {size}", sum(one == threshold for one in sizes), "are the size in question"),
        "above": (
            "Proposals of more than {size}",
            sum(one > threshold for one in sizes),
            "are above the size in question",
        ),
    }
    for part, (label, count, which) in counts.items():
        told: dict[str, Any] = {"label": label, "unit": "count", "method": f"Count of central numbers that {which}."}
        about = {"size": number_of(threshold)}
        yield _fact(f"evidence.proposals.{part}.{{size}}", about, told, value=count, rows=rows)


def _reaching(family: str, about: About, label: str, threshold: int, rows: Sequence[Mapping[str, Any]]) -> Fact:
    reaching = sum((size(row) or 0) >= threshold for row in rows)
    method = "Count of central numbers at or above the size in question."
    about = {**about, "size": number_of(threshold)}
    told: dict[str, Any] = {"label": f"{label} of {{size}} or more", "unit": "count", "method": method}
    return _fact(f"{family}.at_least.{{size}}", about, told, value=reaching, rows=rows)


def _spread(family: str, about: About, label: str, rows: Sequence[Mapping[str, Any]]) -> list[Fact]:
    sizes = sorted(size(row) or 0.0 for row in rows)
    quarters = quantiles(sizes, n=4, method="inclusive") if len(sizes) > 1 else [sizes[0]] * 3
    numbers = {
        "count": (len(sizes), "count", "Number of proposals with a number."),
        "median": (median(sizes), "persons", "Median of central numbers."),
        "lower_quartile": (quarters[0], "persons", "Lower quartile of central numbers."),
        "upper_quartile": (quarters[2], "persons", "Upper quartile of central numbers."),
        "smallest": (sizes[0], "persons", "Smallest central number."),
        "largest": (sizes[-1], "persons", "Largest central number."),
    }
    facts = []
    for part, (value, unit, method) in numbers.items():
        told = {"label": f"{label}: {part.replace('_', ' ')}", "unit": unit, "method": method}
        facts.append(_fact(f"{family}.{part}", about, told, value=value, rows=rows))
    return facts


def _fact(family: str, about: About, told: Mapping[str, Any], *, value: float, rows: Rows) -> Fact:
    because = tuple(f"table:proposals.csv#{row['id']}" for row in rows)
    return fact_about(family, about, **told, kind="number", value=float(value), because=because)


def assumed_facts(assumptions: Sequence[Mapping[str, Any]]) -> list[Fact]:
    """One fact for each fixed assumption, two for each choice between published values, up to three for a range."""
    return [fact for row in assumptions for fact in _numbers(row)]


def _numbers(row: Mapping[str, Any]) -> Iterator[Fact]:
    if row["distribution"] == "fixed":
        yield _number(row, "", float(row["central"]), "As assumed.")
    elif row["distribution"] == "choice":
        values = [float(pair.split(":")[0]) for pair in row["choices"].split(";")]
        yield _number(row, ".smallest", min(values), "Smallest of the values to choose from.")
        yield _number(row, ".largest", max(values), "Largest of the values to choose from.")
    else:
        for part, method in RANGE.items():
            if row[part] is not None:
                yield _number(row, ".{end}", float(row[part]), method, end={"end": word(part)})


def _number(row: Mapping[str, Any], part: str, value: float, method: str, *, end: About = ABOUT_NOTHING) -> Fact:
    return fact_about(
        f"assumptions.{{assumption}}{part}",
        {"assumption": Named(row["id"], row["label"]), **end},
        label="{assumption}" + part.replace(".", ", "),
        unit=row["unit"],
        kind="number",
        value=value,
        method=method,
        because=(f"assumption:{row['id']}",),
    )


def quality_facts(*, assumptions: Rows, tables: Mapping[str, Rows], sources: Rows) -> list[Fact]:
    """Counts that a reader should know before trusting a number."""
    missions, proposals = tables["missions"], counted_proposals(tables["proposals"])
    marked = {row["key"] for row in sources if any(word in str(row.get("keywords", "")) for word in SECOND_HAND)}
    judged = [row for row in assumptions if row["basis"] == "judgement"]
    recalled = [row for row in missions if row["basis"] == "recalled"]
    indirect = [row for row in proposals if {key.strip() for key in str(row["source"]).split(";")} & marked]
    links = tables["links"]
    declared = [row for row in links if row["basis"] == "judgement"]
    alike = [row for row in missions if row["type"] == "reassurance/deterrence"]
    rows = "assumption:{id}"
    past, proposed = "table:missions.csv#{id}", "table:proposals.csv#{id}"
    routes = "table:links.csv#{id}"
    return [
        _count("assumptions", "Assumptions of the model", assumptions, rows, assumptions),
        _count("assumptions_judged", "Assumptions that are judgements", judged, rows, assumptions),
        _count("missions", "Past missions", missions, past, missions),
        _count("missions_recalled", "Past missions with a recalled strength", recalled, past, missions),
        _count("missions_alike", "Past missions of reassurance or deterrence", alike, past, missions),
        _count("links", "Links of the network", links, routes, links),
        _count("links_declared", "Links whose capacity is this project's own judgement", declared, routes, links),
        _count("proposals_indirect", "Counted proposals read at second hand", indirect, proposed, proposals),
    ]


def _count(name: str, label: str, rows: Rows, origin: str, looked_at: Rows) -> Fact:
    return Fact(
        id=f"evidence.quality.{name}",
        label=label,
        unit="count",
        kind="number",
        value=float(len(rows)),
        method="The rows that are as the label says are counted; every row of the table was looked at.",
        because=tuple(origin.format(id=row["id"]) for row in looked_at),
    )
