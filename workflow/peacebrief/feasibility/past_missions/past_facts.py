"""Facts about the rule tried on past missions, and the table that it is told by."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np

from peacebrief.feasibility.given import FeasibilityInputs, mean
from peacebrief.feasibility.past_missions.judged_mission import PastMission, loading_of, past_missions
from peacebrief.feasibility.past_missions.past_chance import apart, least, most
from peacebrief.feasibility.past_missions.past_score import (
    MISS,
    NO_CALL,
    Outcome,
    brier,
    brier_left_out,
    brier_of_constant,
    calls,
    outcomes,
)
from peacebrief.feasibility.verdict_rule import Ruling
from peacebrief.reasoning.record import Record, Table, record, table, words_record
from peacebrief.uncertainty import Quantity

TRIED = ("id", "label", "asked_on", "size", "lead", "term_months", "verdict", "call", "old_verdict", "old_call",
         "came_true")  # fmt: skip
JOINT = (
    "The chances of the gates, judged by one reader from what was known then, together: mandate, ceasefire and force "
    "generation follow the attitude of the adversary where the case says how closely, and otherwise none follows "
    "another."
)
BOUNDS = {
    "apart": ("where no gate has to do with another", "The product of the chances of the gates.", apart),
    "together": ("at most, whatever ties the gates", "The chance of the weakest gate (Fréchet).", most),
    "least": ("at least, whatever ties the gates", "One less the chances that each gate is not passed.", least),
}
WORD = "The word that the rule gives to the judged chances of the gates; no conditions were named."
OLD_WORD = "The earlier rule: gates alone, and rotation asked at full strength after five years."
SQUARE = "Mean square of the distance between the chance given and what happened, 1 or 0."
CONSTANT = f"{SQUARE} The chance is the share of missions that came true, which nobody knew beforehand."
LEFT_OUT = f"{SQUARE} The chance is the share of the other missions that came true."
FORMED = "Three quarters of the size asked for stood there within twelve months, and the force stayed for its term."
WRONG, OPEN = "Words that what happened contradicts, counted.", "Missions called indeterminate, counted."
VERDICT, OLD = "backtest_verdict", "backtest_old_verdict"


@dataclass(frozen=True, slots=True, kw_only=True)
class Trial:
    """Past missions, the words they are given by the rule and by the earlier rule, and what came of them."""

    missions: tuple[PastMission, ...]
    joint: Mapping[str, float]
    words: Mapping[str, Ruling]
    old_words: Mapping[str, Ruling]
    outcomes: Mapping[str, Outcome]
    loading: Quantity | None

    @property
    def came_true(self) -> list[bool]:
        """What was formed and kept up, mission by mission."""
        return [self.outcomes[one.id].came_true for one in self.missions]

    @property
    def came(self) -> list[str]:
        """The rows that say what came of the missions."""
        return [self.outcomes[one.id].origin for one in self.missions]

    def because(self, mission: PastMission) -> list[str]:
        """What the joint chance of a mission came from."""
        return [*mission.origins, *([self.loading.origin] if self.loading else [])]


def trial(inputs: FeasibilityInputs) -> Trial:
    """The rule tried on every past mission; what came of them is joined last."""
    missions, loading = past_missions(inputs), loading_of(inputs)
    joint = {one.id: one.joint(loading) for one in missions}
    return Trial(
        missions=missions,
        joint=joint,
        words={one.id: one.word(inputs.thresholds, joint[one.id]) for one in missions},
        old_words={one.id: one.old_word(inputs.thresholds) for one in missions},
        outcomes=outcomes(inputs),
        loading=loading,
    )


def past_facts(inputs: FeasibilityInputs, tried: Trial) -> Iterator[Record]:
    """Every mission, then the scores; nothing where no past mission is given."""
    for mission in tried.missions:
        yield from _of_mission(tried, mission)
        yield from _words(inputs, tried, mission)
    if tried.missions:
        yield from _scores(tried)
        yield from _counts(tried)


def _of_mission(tried: Trial, mission: PastMission) -> Iterator[Record]:
    about = {"mission": mission.subject}
    yield _chance(
        "{mission}", mission, label="chance given to {mission} beforehand", method=JOINT,
        because=tried.because(mission), value=tried.joint[mission.id],
    )  # fmt: skip
    for name, (told, method, bound) in BOUNDS.items():
        yield _chance(
            name, mission, label=f"chance given to {{mission}} {told}", method=method, because=mission.origins,
            value=bound(mission.gates),
        )  # fmt: skip
    yield _chance(
        "full_strength", mission, label="chance of five years at full strength, {mission}",
        method="The mean of the judged range.", because=[mission.lasting.origin], value=mean(mission.lasting),
    )  # fmt: skip
    yield record(
        "feasibility.backtest_size.{mission}", about, label="size asked for, {mission}", unit="persons",
        method="As asked for on the day of the question.", because=[mission.origin], value=mission.size,
    )  # fmt: skip
    found = tried.outcomes[mission.id]
    yield record(
        "feasibility.backtest_reached.{mission}", about, label="share of the size there within a year, {mission}",
        unit="share", method="As counted afterwards.", because=[found.origin], value=found.reached,
    )  # fmt: skip


def _chance(name: str, mission: PastMission, *, label: str, method: str, because: list[str], value: float) -> Record:
    family = "feasibility.backtest.{mission}" if name == "{mission}" else f"feasibility.backtest_{name}.{{mission}}"
    return record(
        family, {"mission": mission.subject}, label=label, unit="probability", kind="probability", method=method,
        because=because, value=value,
    )  # fmt: skip


def _words(inputs: FeasibilityInputs, tried: Trial, mission: PastMission) -> Iterator[Record]:
    about = {"mission": mission.subject}
    thresholds = [f"fact:feasibility.threshold.{name}" for name in inputs.settings["thresholds"]]
    yield words_record(
        "feasibility.backtest_verdict.{mission}", about, label="verdict on {mission} from what was known", method=WORD,
        because=[*tried.because(mission), *thresholds], words=str(tried.words[mission.id]),
    )  # fmt: skip
    yield words_record(
        "feasibility.backtest_old_verdict.{mission}", about, label="verdict on {mission} by the earlier rule",
        method=OLD_WORD, because=[*mission.origins, mission.lasting.origin, *thresholds],
        words=str(tried.old_words[mission.id]),
    )  # fmt: skip


def _scores(tried: Trial) -> Iterator[Record]:
    came, given = tried.came, [f"fact:feasibility.backtest.{one.id}" for one in tried.missions]
    chances, true = [tried.joint[one.id] for one in tried.missions], tried.came_true
    scores = {
        "brier": ("Brier score of the chances given to past missions", SQUARE, [*given, *came], brier(chances, true)),
        "brier_constant": ("Brier score of one chance for all", CONSTANT, came, brier_of_constant(true)),
        "brier_left_out": ("Brier score of one chance for all others", LEFT_OUT, came, brier_left_out(true)),
    }
    for name, (label, method, because, value) in scores.items():
        if value is not None:
            yield record(
                f"feasibility.backtest.{name}", label=label, unit="score", method=method, because=because, value=value
            )
    shares = {
        "given": ("chance given to past missions on average", "The mean.", given, float(np.mean(chances))),
        "came_true": ("share of past missions that were formed and kept up", FORMED, came, float(np.mean(true))),
    }
    for name, (label, method, because, value) in shares.items():
        yield record(
            f"feasibility.backtest.{name}", label=label, unit="probability", kind="probability", method=method,
            because=because, value=value,
        )  # fmt: skip


def _counts(tried: Trial) -> Iterator[Record]:
    by, old = ([f"fact:feasibility.{family}.{one.id}" for one in tried.missions] for family in (VERDICT, OLD))
    counts = {
        "backtest.missions": ("past missions that the rule was tried on", "Counted.", tried.came, len(tried.missions)),
        "backtest.open": ("past missions that the rule leaves open", OPEN, by, _of(tried, tried.words, NO_CALL)),
        "backtest.misses": (
            "past missions that the rule calls wrongly", WRONG, [*by, *tried.came], _of(tried, tried.words, MISS)
        ),
        "backtest_old_misses": (
            "past missions that the earlier rule calls wrongly", WRONG, [*old, *tried.came],
            _of(tried, tried.old_words, MISS),
        ),
    }  # fmt: skip
    for name, (label, method, because, count) in counts.items():
        yield record(
            f"feasibility.{name}", label=label, unit="count", method=method, because=because, value=float(count)
        )


def _of(tried: Trial, words: Mapping[str, Ruling], call: str) -> int:
    return list(calls(words, tried.outcomes).values()).count(call)


def past_table(tried: Trial) -> Table:
    """Every past mission: what was asked for, the words it is given, and whether they were right."""
    called, old = (calls(words, tried.outcomes) for words in (tried.words, tried.old_words))
    return table(
        TRIED,
        (
            [one.id, one.label, one.asked_on, one.size, one.lead, one.term_months, str(tried.words[one.id]),
             called[one.id], str(tried.old_words[one.id]), old[one.id], tried.outcomes[one.id].came_true]
            for one in tried.missions
        ),
    )  # fmt: skip
