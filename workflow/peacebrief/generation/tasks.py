"""The task of the allocation: who is counted on, what each can send, and what the option asks for."""

from __future__ import annotations

from collections.abc import Collection

from peacebrief.generation.contributors import Contributor, Framework, Task
from peacebrief.generation.drivers import RATIO, SHARE
from peacebrief.generation.inputs import GenerationInputs
from peacebrief.generation.quotas import largest_remainder
from peacebrief.generation.rows import Member, Option
from peacebrief.generation.supply import sustained_troops

CONTINGENT = "smallest_contingent"
PARTS = 1_000_000


def requirement(inputs: GenerationInputs, option: Option) -> dict[str, int]:
    """Troops (whole persons) of each type that an option asks for, adding up to its size."""
    shares = {row.force_type: round(row.share * PARTS) for row in inputs.requirements if row.option == option.id}
    return largest_remainder(total=round(option.size), weights=shares) if shares else {}


def limit_name(force_type: str) -> str:
    """The assumption that says how much of a contingent can be of a type; without one all of it can."""
    return f"{force_type.removesuffix('s')}_share"


# ASSUME: the allocation counts on those contributors only whose chance of taking part is high enough, and on what they
# can send at the central share and ratio.
# ASSUME: framework nations lead the type of force that an option needs most of, with a smallest contingent at least.
def task_of(inputs: GenerationInputs, option: Option, *, counted_on: Collection[str]) -> Task:
    """The task of an option, with those counted on; framework nations that are not stay in it and send nobody."""
    required = requirement(inputs, option)
    members = inputs.members_of(option.id)
    leads = tuple(member.contributor for member in members if member.framework)
    framework = None
    if option.framework_needed:
        main = max(sorted(required), key=lambda name: required[name])
        framework = Framework(
            nations=leads, needed=option.framework_needed, force_type=main, minimum=max(_contingent(inputs), 1)
        )
    return Task(
        contributors=tuple(
            _contributor(inputs, member, list(required), counted=member.contributor in counted_on) for member in members
        ),
        requirement=required,
        framework=framework,
    )


def _contributor(inputs: GenerationInputs, member: Member, types: list[str], *, counted: bool) -> Contributor:
    share, ratio = (inputs.quantity(quantity).central_point() for quantity in (SHARE, RATIO))
    army = inputs.states[member.contributor].army
    allowed = float(sustained_troops(army=army, share=share, ratio=ratio))
    most = int(allowed if member.most is None else min(allowed, member.most)) if counted else 0
    return Contributor(
        name=member.contributor,
        army=int(army),
        ratio=ratio,
        deployable=most,
        limits={force_type: int(most * _part(inputs, force_type)) for force_type in types},
        minimums=dict.fromkeys(types, _contingent(inputs)),
    )


def _contingent(inputs: GenerationInputs) -> int:
    return round(inputs.quantity(CONTINGENT).central_point())


def _part(inputs: GenerationInputs, force_type: str) -> float:
    known = {quantity.id: quantity for quantity in inputs.quantities}
    name = limit_name(force_type)
    return known[name].central_point() if name in known else 1.0
