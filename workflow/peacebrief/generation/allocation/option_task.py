"""The task of the allocation: who is counted on, what each can send, and what the option asks for.

Quotas by largest remainder are the baseline that can be checked by hand, beside the optimiser's answer.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from fractions import Fraction

from peacebrief.generation.allocation.allocation_task import Contributor, Framework, Task
from peacebrief.generation.given import GenerationInputs, Member, Option
from peacebrief.generation.supply.supply_driver import RATIO

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
# can send at the median share of its army.
# ASSUME: framework nations lead the type of force that an option needs most of, with a smallest contingent at least.
def task_of(
    inputs: GenerationInputs, option: Option, *, deployable: Mapping[str, int], counted_on: Collection[str]
) -> Task:
    """The task of an option, with those counted on; framework nations that are not stay in it and send nobody.

    `deployable` is the most (persons) that each member would keep deployed.
    """
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
            _contributor(
                inputs, member, list(required), most=deployable[member.contributor] * (member.contributor in counted_on)
            )
            for member in members
        ),
        requirement=required,
        framework=framework,
    )


def _contributor(inputs: GenerationInputs, member: Member, types: list[str], *, most: int) -> Contributor:
    return Contributor(
        name=member.contributor,
        army=int(inputs.states[member.contributor].army),
        ratio=inputs.quantity(RATIO).central_point(),
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


def largest_remainder(*, total: int, weights: Mapping[str, int]) -> dict[str, int]:
    """`total` shared in proportion to the weights in whole numbers; equal remainders go in the order of names.

    Raises ValueError for a negative total or weight, and where there is something to share but no weight.
    """
    if total < 0 or min(weights.values(), default=0) < 0:
        raise ValueError("a total to share and its weights must be zero or more")
    whole = sum(weights.values())
    if total == 0:
        return dict.fromkeys(sorted(weights), 0)
    if whole == 0:
        raise ValueError(f"{total} cannot be shared: no weight is above zero")
    shares = {name: Fraction(total * weight, whole) for name, weight in sorted(weights.items())}
    quotas = {name: int(share) for name, share in shares.items()}
    by_remainder = sorted(shares, key=lambda name: (quotas[name] - shares[name], name))
    for name in by_remainder[: total - sum(quotas.values())]:
        quotas[name] += 1
    return quotas


def capped_quotas(*, total: int, weights: Mapping[str, int], limits: Mapping[str, int]) -> dict[str, int]:
    """Quotas by largest remainder; what exceeds a limit is shared among the others until all is shared or full."""
    quotas: dict[str, int] = {}
    open_names = {name for name, weight in weights.items() if weight > 0}
    left = total
    while True:
        shares = largest_remainder(
            total=left if open_names else 0, weights={name: weights[name] for name in open_names}
        )
        full = {name for name, share in shares.items() if share >= limits[name]}
        over = any(shares[name] > limits[name] for name in full)
        if not over:
            return dict(sorted({**dict.fromkeys(weights, 0), **quotas, **shares}.items()))
        for name in full:
            quotas[name] = limits[name]
            left -= limits[name]
        open_names -= full


# ASSUME: the quotas fill one type of force after another, the most demanding first, in proportion to the armies, and do
# not look at framework nations; a quota below the smallest contingent stays. They are a baseline and no plan.
def quotas(*, task: Task) -> dict[str, dict[str, int]]:
    """Troops (persons) by contributor and type: each requirement shared in proportion to the armies within the limits.

    Types are filled from the largest requirement to the smallest, equal ones in the order of names.
    """
    left = {one.name: one.deployable for one in task.contributors}
    armies = {one.name: one.army for one in task.contributors}
    shared: dict[str, dict[str, int]] = {name: {} for name in sorted(left)}
    for force_type, required in sorted(task.requirement.items(), key=lambda item: (-item[1], item[0])):
        limits = {one.name: min(one.limit(force_type), left[one.name]) for one in task.contributors}
        for name, troops in capped_quotas(total=required, weights=armies, limits=limits).items():
            shared[name][force_type] = troops
            left[name] -= troops
    return shared
