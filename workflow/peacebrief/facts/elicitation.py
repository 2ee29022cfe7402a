"""What experts answered, as facts: each question in both ways of putting answers together, and how experts scored."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from peacebrief.elicitation.panel import ANSWERS, COOKE, QUESTIONS, Elicited, Panel, Tables, panel
from peacebrief.facts.basis import OF_ALL
from peacebrief.facts.fact import Fact, fact_about
from peacebrief.reasoning.subject import Named

TOGETHER, JUDGED = "elicitation.{method}.{{question}}", "elicitation.judged.{question}"
COUNTS = "elicitation."
# Facts that count rows do not move with what stands in them.
COUNTING_ROWS = (OF_ALL.partition("{")[0], "evidence.comparators.")
METHODS = {
    "idea": "Mean of each percentile over all experts, from the last round, at a common certainty of nine in ten.",
    "cooke": "Distributions of the experts, mixed by their weights; its 5th, 50th and 95th percentile.",
}
SCORES = {
    "calibration": "Chance that somebody well calibrated would hit as badly on the questions with known answers.",
    "information": "How much narrower the answers are than the range asked, on average over these questions.",
    "weight": "Calibration times information, nought below the cut-off that does best, as a share of the sum.",
}
LABELS = {"idea": "{question} Experts, each alike", "cooke": "{question} Experts, weighed by how they did"}


def elicitation_facts(tables: Tables, replaced: Iterable[Mapping[str, Any]]) -> list[Fact]:
    """What was answered and how experts did; none where nobody has answered.

    `replaced` holds low, central and high of the rows as they were judged before.
    """
    found = panel(tables)
    if not found.elicited:
        return []
    wording = {row["id"]: row["wording"] for row in tables[QUESTIONS]}
    before = {row["question"]: float(row["central"]) for row in replaced}
    together = [fact for one in found.elicited for fact in _together(one, found, wording[one.question])]
    judged = [_judged(one, before[one.question], wording[one.question]) for one in found.elicited]
    return [*together, *judged, *_scores(found), *_counts(found, tables)]


def with_answers(facts: Sequence[Fact], tables: Tables) -> list[Fact]:
    """The facts, of which each that rests on a row that answers replace rests on what was answered as well."""
    told = {
        f"table:{one.table}.csv#{one.row}": f"fact:{_name(one.method).format(question=one.question)}"
        for one in panel(tables).elicited
    }
    return [fact if fact.family.startswith(COUNTING_ROWS) else _resting(fact, told) for fact in facts]


def _resting(fact: Fact, told: Mapping[str, str]) -> Fact:
    answers = tuple(told[origin] for origin in fact.because if origin in told)
    return replace(fact, because=(*fact.because, *answers)) if answers else fact


def _name(method: str) -> str:
    return TOGETHER.format(method=method)


def _together(one: Elicited, found: Panel, wording: str) -> Iterator[Fact]:
    own = (f"table:{QUESTIONS}.csv#{one.question}", *(f"table:{ANSWERS}.csv#{key}" for key in one.answers()))
    for method, numbers in (("idea", one.idea), (COOKE, one.cooke)):
        if numbers is not None:
            p5, p50, p95 = numbers
            yield fact_about(
                _name(method),
                {"question": Named(one.question, wording)},
                label=LABELS[method],
                unit="probability",
                kind="quantiles",
                p5=p5,
                p50=p50,
                p95=p95,
                method=METHODS[method],
                because=(*own, *_seeds(found)) if method == COOKE else own,
            )


def _seeds(found: Panel) -> tuple[str, ...]:
    """What scores rest on: the questions with known answers, and what was answered to them."""
    questions = (f"table:{QUESTIONS}.csv#{name}" for name in found.seeds)
    return (*questions, *(f"table:{ANSWERS}.csv#{key}" for key in found.seed_answers))


def _judged(one: Elicited, central: float, wording: str) -> Fact:
    return fact_about(
        JUDGED,
        {"question": Named(one.question, wording)},
        label="{question} As this project had judged",
        unit="probability",
        kind="number",
        value=central,
        method="The central chance that the answers of experts replace.",
        because=(f"table:{one.table}.csv#{one.row}",),
    )


def _scores(found: Panel) -> Iterator[Fact]:
    if found.scores is None:
        return
    for place, expert in enumerate(found.experts):
        for score, method in SCORES.items():
            yield fact_about(
                f"elicitation.{score}.{{expert}}",
                {"expert": Named(expert, expert)},
                label=f"{{expert}}: {score}",
                unit="weight" if score == "information" else "share",
                kind="number",
                value=float(getattr(found.scores, score)[place]),
                method=method,
                because=_seeds(found),
            )


def _counts(found: Panel, tables: Tables) -> Iterator[Fact]:
    rows = tuple(f"table:{QUESTIONS}.csv#{row['id']}" for row in tables[QUESTIONS])
    rows += tuple(f"table:{ANSWERS}.csv#{row['question']}/{row['expert']}/{row['round']}" for row in tables[ANSWERS])
    experts = {expert for one in found.elicited for expert in one.experts}
    counts = {
        "replaced": ("Judged chances that answers of experts replace", len(found.elicited)),
        "experts": ("Experts who answered", len(experts)),
        "rounds": ("Rounds of answers", max(one.rounds for one in found.elicited)),
        "seeds": ("Questions to experts whose answers are known", len(found.seeds)),
    }
    for name, (label, count) in counts.items():
        method = "The rows that are as the label says are counted; every row was looked at."
        yield Fact(id=f"{COUNTS}{name}", label=label, unit="count", kind="number", value=float(count), method=method,
                   because=rows)  # fmt: skip
