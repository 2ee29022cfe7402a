"""By what a force of a size multiplies the hazard of renewed war: published effects, forms of the dose, provocation."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, cast

import numpy as np

from peacebrief.feasibility.given import FeasibilityInputs, Option
from peacebrief.feasibility.size_outcome.dose_form import DoseForm, dose_form_of, size_factor
from peacebrief.feasibility.size_outcome.pooled_effect import pooled_inverse
from peacebrief.feasibility.size_outcome.published_effect import PublishedEffect, pooled_effects
from peacebrief.feasibility.size_outcome.war_base_rate import by_weight
from peacebrief.reasoning.node import method_of, node, step_of
from peacebrief.reasoning.sampled import Sampled, sampled
from peacebrief.reasoning.step import Step
from peacebrief.reasoning.subject import Named, number_of
from peacebrief.uncertainty.arrays import Number
from peacebrief.uncertainty.power import exponential, natural_log

CHANCE, RATIO = "provocation_chance", "provocation_ratio"
FORM, EFFECT, DRAW = "dose_form", "pooled_effect", "provocation_draw"
SIZE_RATIO = "size_ratio"

# ASSUME: which form the dose has is one unknown, and how large the effect is another; a draw that is large by one form
# is large by all, and the same for every size and option.
# ASSUME: a force that provokes raises the hazard by as much whatever its size.


@node(
    f"{EFFECT}.ratio.{{form}}",
    "pooled hazard of renewed war at the reference size, as a multiple, if {form}",
    "ratio",
    family="feasibility.pooled_ratio.{form}",
    log_ratio=f"{EFFECT}.{{form}}",
)
def pooled_ratio(*, log_ratio: Number) -> Number:
    """The pooled effect in a case that was not studied, as a ratio, at the reference size."""
    return exponential(log_ratio)


def ratio_at_size(*, troops: Number, form: Number, draw: Number, chance: Number, ratio: Number, **parts: Any) -> Number:
    """Pooled effect at the reference size to the power of the size factor of the form that is drawn; or what provokes.

    `parts` has by form, in order, the logarithm `effect_<form>` and the number `scale_<form>`. A draw below the chance
    of provocation has its ratio, whatever the size. Without troops the ratio is one.
    """
    names = [name.removeprefix("scale_") for name in parts if name.startswith("scale_")]
    logs = [
        parts[f"effect_{name}"] * size_factor(troops=troops, form=name, scale=parts[f"scale_{name}"]) for name in names
    ]
    lowering = np.choose(np.asarray(form, dtype=np.intp), logs)
    provoked = np.where(np.less(draw, chance), natural_log(ratio), lowering)
    return exponential(cast("Number", np.where(np.greater(troops, 0), provoked, 0.0)[()]))


def dose_forms(inputs: FeasibilityInputs) -> tuple[DoseForm, ...]:
    """The forms of the dose, in their order. Raises ValueError where there is none, or one is unknown."""
    forms = tuple(dose_form_of(row) for row in inputs.rows("dose_forms"))
    if not forms:
        raise ValueError("there is no form of the dose")
    return forms


def effect_numbers(inputs: FeasibilityInputs) -> Iterator[Sampled]:
    """The form that holds, the pooled effect under each form, and what decides and measures provocation."""
    forms, effects = dose_forms(inputs), pooled_effects(inputs.rows("peacekeeping_effects"))
    weights, several = [form.weight for form in forms], len(forms) > 1
    yield Sampled(
        id=FORM,
        central=float(np.argmax(weights)),
        origins=tuple(form.origin for form in forms) if several else (),
        stream=FORM if several else "",
        inverse=by_weight(weights) if several else None,
    )
    yield from (_pooled(form, effects) for form in forms)
    yield Sampled(id=DRAW, central=1.0, origins=(), stream=DRAW, inverse=lambda uniforms: uniforms)
    yield from (sampled(inputs.quantity(name), ties=inputs.ties) for name in (CHANCE, RATIO))


def _pooled(form: DoseForm, effects: tuple[PublishedEffect, ...]) -> Sampled:
    """The pooled effect at the reference size: every estimate is restated there by the form."""
    factors = [float(1 / size_factor(troops=effect.dose, form=form.id, scale=form.scale)) for effect in effects]
    found, inverse = pooled_inverse(
        tuple(effect.log_ratio * factor for effect, factor in zip(effects, factors, strict=True)),
        tuple(effect.error * factor for effect, factor in zip(effects, factors, strict=True)),
    )
    origins = (*(effect.origin for effect in effects), *((form.origin,) if form.scale else ()))
    return Sampled(id=f"{EFFECT}.{form.id}", central=found.middle, origins=origins, stream=EFFECT, inverse=inverse)


def form_steps(inputs: FeasibilityInputs) -> Iterator[Step]:
    """The pooled ratio under every form."""
    for form in dose_forms(inputs):
        yield step_of(pooled_ratio, form=Named(form.id, form.label))


def size_ratio_step(inputs: FeasibilityInputs, troops: float) -> Step:
    """The ratio of a size that the case asks for, which is a fact."""
    size = number_of(troops)
    told = {
        "family": "feasibility.size_ratio.{troops}",
        "about": {"troops": size},
        "label": "hazard of renewed war with {troops} soldiers, as a multiple, all evidence carried over",
        "unit": "ratio",
    }
    return _ratio_step(inputs, f"{SIZE_RATIO}.{size.id}", {}, (("troops", troops),), told)


def option_ratio_step(inputs: FeasibilityInputs, option: Option) -> Step:
    """The ratio of the size that an option is judged at."""
    return _ratio_step(inputs, f"{SIZE_RATIO}.of.{option.id}", {"troops": option_size(option).id}, (), {})


def option_size(option: Option) -> Sampled:
    """The size that an option is judged at, with its row."""
    return Sampled(id=f"size.of.{option.id}", central=option.size, origins=(option.origin,))


def _ratio_step(
    inputs: FeasibilityInputs,
    name: str,
    takes: dict[str, str],
    constants: tuple[tuple[str, float], ...],
    told: dict[str, Any],
) -> Step:
    forms = dose_forms(inputs)
    drawn = {"form": FORM, "draw": DRAW, "chance": CHANCE, "ratio": RATIO}
    return Step(
        id=name,
        formula=ratio_at_size,
        takes=drawn | {f"effect_{form.id}": f"{EFFECT}.{form.id}" for form in forms} | takes,
        constants=(*constants, *((f"scale_{form.id}", form.scale) for form in forms)),
        method=method_of(ratio_at_size),
        **told,
    )
