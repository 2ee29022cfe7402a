"""Facts about the share of an army kept deployed: what the record says of kinds of army and of contributors.

Also how well it tells of states that were left out, beside a constant and the rule of earlier editions.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from peacebrief.generation.given import GenerationInputs, State
from peacebrief.generation.supply.contribution import kept_deployed
from peacebrief.generation.sustained.held_out import (
    CONSTANT,
    OLD_RULE,
    SCORES,
    SHARE,
    WAYS,
    Told,
    chance_of_difference,
    factor_of,
)
from peacebrief.generation.sustained.share_model import ShareModel
from peacebrief.reasoning.record import Record, Rows, Table, record, table
from peacebrief.reasoning.subject import Named, word

RECORD = "fact:generation.state_years"
KIND_METHOD = (
    "Log shares of all state-years that are counts, pooled over kinds, states and years as far as the record bears it; "
    "one more state of the kind, with what years differ by."
)
SHARE_METHOD = (
    "The share of its kind of army, moved towards what it has kept deployed itself where the record has it; with what "
    "years differ by, at most one."
)
BEST_METHOD = "The largest share on record among its counts."
BEST_KEPT_METHOD = "Its army of today times the largest share that it is on record with, less what is bound elsewhere."
COUNT_METHOD = "Rows of the record that are counts, and no least or most."


def share_facts(inputs: GenerationInputs, fitted: ShareModel) -> Iterator[Record]:
    """How many state-years count, and what each kind of army and each contributor keeps deployed of its army."""
    yield record(
        "generation.state_years",
        label="years of states in the record of sustained deployments that are counts",
        unit="count",
        method=COUNT_METHOD,
        because=[row.origin for row in inputs.sustained],
        value=len(fitted.rows),
    )
    yield record(
        "generation.states_counted",
        label="states in the record of sustained deployments with a count",
        unit="count",
        method="States with one count or more.",
        because=[RECORD],
        value=len({row.contributor for row in fitted.rows}),
    )
    for kind in fitted.kinds:
        # A state without a row of its own; no contributor has an empty name.
        low, middle, high = fitted.predicted("", kind).span
        yield record(
            "generation.kept_share.{kind}",
            {"kind": word(kind)},
            label="share of a {kind} army kept deployed",
            unit="share",
            kind="quantiles",
            method=KIND_METHOD,
            because=[RECORD],
            p5=low,
            p50=middle,
            p95=high,
            central=middle,
        )
    if inputs.compared in inputs.states:
        yield from _best_facts(inputs, inputs.states[inputs.compared], fitted)
    for state in inputs.states.values():
        low, middle, high = fitted.predicted(state.id, state.kind).span
        yield record(
            "generation.sustained_share.{contributor}",
            {"contributor": state},
            label="{contributor}: share of its army kept deployed",
            unit="share",
            kind="quantiles",
            method=SHARE_METHOD,
            because=[RECORD, state.origin],
            p5=low,
            p50=middle,
            p95=high,
            central=middle,
        )


def _best_facts(inputs: GenerationInputs, state: State, fitted: ShareModel) -> Iterator[Record]:
    """What the state whose contribution is compared with its army has kept at most, and what that would be today."""
    own = [row for row in fitted.rows if row.contributor == state.id]
    if not own:
        return
    best = max(own, key=lambda row: row.share)
    today = kept_deployed(army=state.counted, share=best.share, committed=inputs.bound(state.id), stricter=1.0)
    committed = [f"fact:generation.committed.{state.id}"] if inputs.committed(state.id) else []
    told = {
        "share": ("largest share of its army on record as kept deployed", "share", BEST_METHOD, best.share),
        "deployed": ("troops that it kept deployed at that share", "persons", BEST_METHOD, best.deployed),
        "kept": ("troops kept deployed at that share today", "persons", BEST_KEPT_METHOD, today),
    }
    for name, (label, unit, method, value) in told.items():
        because = [f"fact:generation.best_share.{state.id}", state.origin, *committed] if name == "kept" else [RECORD]
        yield record(
            f"generation.best_{name}.{{contributor}}",
            {"contributor": state},
            label=f"{{contributor}}: {label}",
            unit=unit,
            method=method,
            because=because,
            value=value,
        )


WAY_LABELS = {
    SHARE: "share of armies fitted to the record",
    CONSTANT: "constant share of armies",
    OLD_RULE: "share and rotation of earlier editions",
}
SCORE_TOLD = {
    "median_abs_log10_error": ("median error in powers of ten", "log10"),
    "mean_by_state": ("mean over states of their mean errors in powers of ten", "log10"),
    "share_within_factor_2": ("part told within a factor of two", "share"),
    "coverage_90": ("part within the range of 90 per cent", "share"),
}
HELD_OUT_METHOD = (
    "Each state left out in turn and told from the others: the fit, the geometric mean of their shares with what they "
    "differ by, or 12.5 per cent of the army over 3, from 5 per cent over 5 to 20 over 2.5."
)
PAIRED_METHOD = (
    "Share of all exchanges of the two ways, state by state, in which mean errors differ by as much or more; exact."
)
HELD_OUT = (
    "contributor", "country", "year", "kind", "army", "deployed", "p5", "p50", "p95", "constant", "old_rule",
)  # fmt: skip


def validation_facts(told: Sequence[Told]) -> Iterator[Record]:
    """Every way by every score, the factor that it is off by, and how likely its lead over another is chance."""
    for way in WAYS:
        for score, calculate in SCORES.items():
            label, unit = SCORE_TOLD[score]
            yield _validation(way, score, label, unit, calculate(told, way), method=HELD_OUT_METHOD)
        factor = factor_of(told, way)
        yield _validation(way, "factor", "median error as a factor", "ratio", factor, method=HELD_OUT_METHOD)
        if way != SHARE:
            chance = chance_of_difference(told, SHARE, way)
            label = "chance of as large a lead or lag of the fit if both were as good"
            yield _validation(way, "paired", label, "probability", chance, method=PAIRED_METHOD)


def _validation(way: str, score: str, label: str, unit: str, value: float, *, method: str) -> Record:
    return record(
        f"generation.validation.{{way}}.{score}",
        {"way": Named(way, WAY_LABELS[way])},
        label=f"{{way}}, told of states left out: {label}",
        unit=unit,
        kind="probability" if unit == "probability" else "number",
        method=method,
        because=[RECORD],
        value=value,
    )


def held_out_table(told: Sequence[Told]) -> Table:
    """Every state-year that is a count, beside the troops (persons) told of it from the other states."""
    return table(HELD_OUT, _held_out_rows(told))


def _held_out_rows(told: Sequence[Told]) -> Rows:
    for one in told:
        row = one.row
        spans = [one.spans[way] for way in (SHARE, CONSTANT, OLD_RULE)]
        troops = [part * row.army for part in (*spans[0], spans[1][1], spans[2][1])]
        yield [row.contributor, row.country, row.year, row.kind, row.army, row.deployed, *troops]
