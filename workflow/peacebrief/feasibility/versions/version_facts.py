"""Facts about versions: in how many the verdict stands, what they say, and which factor turns most of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from math import fsum
from typing import Any

from peacebrief.feasibility.gates.gate_facts import HORIZON
from peacebrief.feasibility.gates.option_gates import JUDGED, SUPPLY, Judged, chance_stream, event_stream
from peacebrief.feasibility.gates.planned_strength import PlannedStrength
from peacebrief.feasibility.given import FeasibilityInputs, Option
from peacebrief.feasibility.verdict.ruling import OptionRuling, Rulings
from peacebrief.feasibility.verdict.verdict_facts import THRESHOLDS
from peacebrief.feasibility.verdict_rule import Ruling
from peacebrief.feasibility.versions.factorial import FACTORS, NONE, Factorial
from peacebrief.feasibility.versions.version_odds import VersionResult, Versions
from peacebrief.generation.supply.supply_driver import BRIGADE_WEIGHT, EXIT_RATE, LATER_RATIO, RATIO, SURGE
from peacebrief.generation.supply.supply_model import SupplyModel
from peacebrief.generation.supply.supply_origins import (
    assumed,
    counted_because,
    mixed_because,
    supply_under_because,
    taking_because,
)
from peacebrief.reasoning.record import Record, Rows, Table, record, significant, table, words_record
from peacebrief.reasoning.subject import About, Named, fact_id, word

WORDS = {
    "feasible": Ruling.FEASIBLE,
    "conditional": Ruling.CONDITIONAL,
    "not_feasible": Ruling.NOT_FEASIBLE,
    "indeterminate": Ruling.INDETERMINATE,
}
# What is not varied where no factor turns a version.
NOTHING = "none of the factors"
BY_LOADING = (
    "Share of draws in which every gate is passed, with the loading of the adversary's attitude held at nought or at a "
    "point of its range; all else is drawn as ever."
)
STANDS = "Share of the versions whose word is the verdict; every version counts alike."
TURNED = (
    "Share of pairs of versions that differ in this factor alone whose words differ: over all versions and the other "
    "levels of the factor."
)


def version_facts(
    inputs: FeasibilityInputs, supply: SupplyModel, *, judged: Judged, versions: Versions, rulings: Rulings
) -> Iterator[Record]:
    """The size of the factorial, then every option at every level; what turns its versions is told as planned."""
    factorial = Factorial.of(inputs)
    if factorial.levels:
        most = max(len(factorial.versions(member.models)) for member in supply.members.values())
        counted = [origin for option in inputs.options for origin in counted_because(supply, option.id)]
        yield _count("feasibility.versions", None, most, [*factorial.origins, *counted])
    for option in inputs.options:
        planned = versions[option.id, option.support_level]
        because = list(_because(inputs, supply, option, option.support_level, judged))
        yield from _by_loading(inputs, supply, option, planned.joint_by_loading, because)
        if planned.versions:
            counted = [*factorial.origins, *counted_because(supply, option.id)]
            yield _count("feasibility.versions_of.{option}", option, len(planned.versions), counted)
            factors = list(factorial.of_option(supply.members[option.id].models))
            every = _of_rule(factorial, because, rulings[option.id, option.support_level])
            yield from _turning(inputs, option, planned.versions, factors, every)
            for level in inputs.support_levels:
                ruled = rulings[option.id, level]
                own = _of_rule(factorial, _because(inputs, supply, option, level, judged), ruled)
                about = inputs.at_level(option, level)
                yield from _of_words(about, versions[option.id, level].versions, ruled.verdict.ruling, own)


def _of_rule(factorial: Factorial, because: Iterable[str], ruled: OptionRuling) -> list[str]:
    """What the words of versions came from: chances, factors, thresholds and conditions."""
    thresholds = (f"fact:feasibility.threshold.{name}" for name in THRESHOLDS)
    return [*because, *factorial.origins, *thresholds, *(one.origin for one in ruled.conditions)]


def _count(family: str, option: Option | None, value: int, because: Sequence[str]) -> Record:
    return record(
        family,
        {} if option is None else {"option": option},
        label="versions of the model" + ("" if option is None else ", {option}"),
        unit="count",
        method="Every level of each factor with every level of the others.",
        because=because,
        value=value,
    )


def _because(
    inputs: FeasibilityInputs, supply: SupplyModel, option: Option, level: str, judged: Judged
) -> Iterator[str]:
    """What every version at a level came from."""
    for gate in inputs.gates:
        if gate.kind == JUDGED:
            yield judged[gate.id, option.id, level].origin
            yield from inputs.tie_rows(chance_stream(gate.id), event_stream(gate.id))
        elif gate.kind == SUPPLY:
            yield f"fact:logistics.largest_force_one_lost.{option.fighting_posture}"
    yield from taking_because(supply, option.id, level)
    for model in supply.members[option.id].models:
        yield from supply_under_because(supply, option.id, level, model)
    yield from assumed(supply, [RATIO, LATER_RATIO, EXIT_RATE, SURGE])
    yield from (option.origin, HORIZON, *PlannedStrength.of(inputs, option.id).origins())


def _by_loading(
    inputs: FeasibilityInputs, supply: SupplyModel, option: Option, joint: Mapping[str, float], because: list[str]
) -> Iterator[Record]:
    mixed = [*because, *mixed_because(supply, option.id), *assumed(supply, [BRIGADE_WEIGHT])]
    ties = [tie for one in {**inputs.ties, **supply.ties}.values() for tie in one.chain if tie.drawn is not None]
    attitude = {tie.origin for tie in ties} | {tie.drawn.origin for tie in ties if tie.drawn is not None}
    for name, value in joint.items():
        yield record(
            "feasibility.joint_by_loading.{loading}.{option}.{level}",
            {"loading": word(name), **inputs.at_level(option, option.support_level)},
            label="chance that every gate is passed, attitude tied: {loading}, {option}, {level}",
            unit="probability",
            kind="probability",
            method=BY_LOADING,
            because=[origin for origin in mixed if name != NONE or origin not in attitude],
            value=value,
        )


def _of_words(about: About, found: Sequence[VersionResult], told: Ruling, because: list[str]) -> Iterator[Record]:
    verdict = f"fact:{fact_id('feasibility.verdict.{option}.{level}', about)}"
    share: Mapping[str, Any] = {"unit": "share", "kind": "probability", "method": STANDS}
    yield record(
        "feasibility.stands.{option}.{level}",
        about,
        label="share of versions in which the verdict stands, {option}, {level}",
        because=[*because, verdict],
        value=_share(found, told),
        **share,
    )
    for name, ruling in WORDS.items():
        yield record(
            "feasibility.version_word.{word}.{option}.{level}",
            {"word": Named(name, str(ruling)), **about},
            label="share of versions that say {word}, {option}, {level}",
            because=because,
            value=_share(found, ruling),
            **share,
        )
    for name, value in (
        ("lowest", min(one.chances.joint for one in found)),
        ("highest", max(one.chances.joint for one in found)),
    ):
        yield record(
            f"feasibility.joint_{name}.{{option}}.{{level}}",
            about,
            label=f"{name} chance that every gate is passed in any version, {{option}}, {{level}}",
            unit="probability",
            kind="probability",
            method="Over all versions.",
            because=because,
            value=value,
        )


def _share(found: Sequence[VersionResult], ruling: Ruling) -> float:
    return sum(one.ruling is ruling for one in found) / len(found)


def _turning(
    inputs: FeasibilityInputs, option: Option, found: Sequence[VersionResult], factors: list[str], because: list[str]
) -> Iterator[Record]:
    about = inputs.at_level(option, option.support_level)
    shares = {name: turned(found, name, factors) for name in factors}
    for name, value in shares.items():
        yield record(
            "feasibility.turned_by.{factor}.{option}.{level}",
            {"factor": Named(name, FACTORS[name]), **about},
            label="share of versions that turn with {factor}, {option}, {level}",
            unit="share",
            kind="probability",
            method=TURNED,
            because=because,
            value=value,
        )
    most = max(shares, key=lambda name: significant(shares[name]))
    yield words_record(
        "feasibility.turns.{option}.{level}",
        about,
        label="factor that turns most versions, {option}, {level}",
        method="The factor with the largest share of versions that turn with it; of equal ones the one declared first.",
        because=because,
        words=FACTORS[most] if shares[most] else NOTHING,
    )


def turned(found: Sequence[VersionResult], factor: str, factors: Sequence[str]) -> float:
    """The share (0-1) of pairs of versions that differ in one factor alone whose words differ; 0 without a pair."""
    groups: dict[tuple[str, ...], list[Ruling]] = {}
    others = [name for name in factors if name != factor]
    for one in found:
        groups.setdefault(tuple(one.version[name] for name in others), []).append(one.ruling)
    shares = [
        sum(own is not other for own in words for other in words) / (len(words) * (len(words) - 1))
        for words in groups.values()
        if len(words) > 1
    ]
    return fsum(shares) / len(shares) if shares else 0.0


def version_table(inputs: FeasibilityInputs, *, versions: Versions) -> Table:
    """One row for every option, level and version."""
    gates = [gate.id for gate in inputs.gates]
    return table(("option", "support_level", *FACTORS, *gates, "joint", "verdict"), _rows(inputs, versions))


def _rows(inputs: FeasibilityInputs, versions: Versions) -> Rows:
    for place, found in versions.items():
        for one in found.versions:
            levels = [one.version[name] for name in FACTORS]
            chances = [one.chances.gates[gate.id] for gate in inputs.gates]
            yield [*place, *levels, *chances, one.chances.joint, str(one.ruling)]
