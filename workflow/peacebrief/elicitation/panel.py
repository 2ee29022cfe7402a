"""Who answered which question, what they say together, and which judged row that replaces."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from peacebrief.elicitation.interval import Floats, at_certainty, quantile_average, whole_range, within
from peacebrief.elicitation.performance import Scores, pooled, range_asked, scored

Row = Mapping[str, Any]
Tables = Mapping[str, Sequence[Row]]

QUESTIONS, ANSWERS = "elicitation_questions", "elicitation"
IDEA, COOKE = "idea", "cooke"
ELICITED = "elicited"
YES = "yes"
# ASSUME: experts are weighed by how they did where two or more of them have answered all questions with known answers
# and there are ten such questions or more; else each counts alike. This was laid down before anybody was asked.
ENOUGH_SEEDS, ENOUGH_EXPERTS = 10, 2
CHANCE = {"least": 0.0, "most": 1.0}

Triple = tuple[float, float, float]


@dataclass(frozen=True, slots=True)
class Elicited:
    """One question that replaces a judged row, and what was answered in its last round.

    `idea` and `cooke` are the 5th, 50th and 95th percentile, all alike and weighed by how experts did; `cooke` is None
    where nobody could be scored. `method` is the one that replaces the row `row` of the table `table`.
    """

    question: str
    table: str
    row: str
    experts: tuple[str, ...]
    rounds: int
    idea: Triple
    cooke: Triple | None
    method: str

    @property
    def together(self) -> Triple:
        """What the experts say together, by the method that counts."""
        return self.cooke if self.method == COOKE and self.cooke is not None else self.idea

    @property
    def judged(self) -> Triple:
        """Low, central and high of the judged row that it replaces."""
        return whole_range(self.together, **CHANCE)

    def answers(self) -> tuple[str, ...]:
        """The keys of the rows of answers that it rests on."""
        return tuple(answer_key(self.question, expert, self.rounds) for expert in self.experts)


@dataclass(frozen=True, slots=True)
class Panel:
    """The experts who could be scored with their scores, the keys of what scores rest on, and what was elicited."""

    experts: tuple[str, ...]
    seeds: tuple[str, ...]
    seed_answers: tuple[str, ...]
    scores: Scores | None
    elicited: tuple[Elicited, ...]


def answer_key(question: str, expert: str, place: int) -> str:
    """What the row of an answer is called."""
    return f"{question}/{expert}/{place}"


def panel(tables: Tables) -> Panel:
    """What the answers of a case say; empty where nobody was asked, or nobody has answered yet."""
    last = {row["id"]: _last_round(tables, row["id"]) for row in tables.get(QUESTIONS, ())}
    seeds = [row for row in tables.get(QUESTIONS, ()) if row["seed"] == YES]
    scored_by = [set(last[row["id"]]) for row in seeds]
    experts = tuple(sorted(set.intersection(*scored_by))) if scored_by else ()
    answered = [[last[row["id"]][expert] for row in seeds] for expert in experts]
    scores = _scores(answered, seeds) if experts else None
    enough = len(seeds) >= ENOUGH_SEEDS and len(experts) >= ENOUGH_EXPERTS
    return Panel(
        experts=experts,
        seeds=tuple(row["id"] for row in seeds) if experts else (),
        seed_answers=tuple(_key(row) for rows in answered for row in rows),
        scores=scores,
        elicited=tuple(_elicited(tables, last, dict(_weights(experts, scores)), enough=enough)),
    )


def _last_round(tables: Tables, question: str) -> dict[str, Row]:
    """The answers to a question in its last round, by expert in the order of their names."""
    rows = [row for row in tables.get(ANSWERS, ()) if row["question"] == question]
    last = max((row["round"] for row in rows), default=0)
    return {row["expert"]: row for row in sorted(rows, key=lambda row: str(row["expert"])) if row["round"] == last}


def _key(row: Row) -> str:
    return answer_key(row["question"], row["expert"], row["round"])


def _brought(rows: Sequence[Row]) -> Floats:
    """Answers (rows, percentiles) at the common certainty."""
    given = np.array([[row[name] for name in ("lowest", "best", "highest")] for row in rows], dtype=float)
    return at_certainty(given, np.array([row["sure"] for row in rows], dtype=float))


def _scores(answered: Sequence[Sequence[Row]], seeds: Sequence[Row]) -> Scores:
    return scored(np.stack([_brought(rows) for rows in answered]), np.array([row["answer"] for row in seeds]))


def _weights(experts: Sequence[str], scores: Scores | None) -> Iterator[tuple[str, float]]:
    if scores is not None:
        yield from zip(experts, scores.weight.tolist(), strict=True)


def _elicited(
    tables: Tables, last: Mapping[str, Mapping[str, Row]], weights: Mapping[str, float], *, enough: bool
) -> Iterator[Elicited]:
    for row in tables.get(QUESTIONS, ()):
        answers = last[row["id"]]
        if row["seed"] == YES or not answers:
            continue
        brought = within(_brought(list(answers.values())), **CHANCE)
        weight = np.array([weights.get(expert, 0.0) for expert in answers])
        cooke = _weighed(brought, weight) if weight.sum() > 0 else None
        yield Elicited(
            question=row["id"],
            table=row["replaces_table"],
            row=row["replaces_row"],
            experts=tuple(answers),
            rounds=next(iter(answers.values()))["round"],
            idea=_triple(quantile_average(brought)),
            cooke=cooke,
            method=COOKE if enough and cooke is not None else IDEA,
        )


def _weighed(brought: Floats, weight: Floats) -> Triple:
    low, high = range_asked(brought[:, None, :])
    mixed = pooled(brought[:, None, :], weight / weight.sum(), low, high)[0]
    return _triple(within(mixed, **CHANCE))


def _triple(numbers: Floats) -> Triple:
    low, best, high = (float(number) for number in numbers)
    return low, best, high
