"""How many are needed, by the risk of renewed war that they leave: with nothing, a third and all carried over."""

from __future__ import annotations

from peacebrief.telling.answers import sizes
from peacebrief.telling.saying.known import Known
from peacebrief.telling.saying.said import NOTHING, Listed, Number, Phrase, Row, Said, Sentences, phrase

CARRIES = NONE, THIRD, FULL = "none", "third", "full"
YEARS = Number("feasibility.planning_horizon", "exact")
STUDIED, RAISES = "feasibility.size_studied", "feasibility.raises_risk"


def rows(known: Known) -> list[Row]:
    """For each size the risk it leaves, by what carries over, and the roles whose methods span that size."""
    return [
        Row([
            Number(_size(troops), "exact"),
            *(_risk(troops, carry) for carry in CARRIES),
            _asking(known, troops) if troops else phrase("war_by_size.no_force"),
        ])
        for troops in asked(known)
    ]  # fmt: skip


def asked(known: Known) -> list[int]:
    """The sizes that the case asks for, the first of which is none."""
    return [int(size) for size in known.case["feasibility"]["war_sizes"]]


def _size(troops: int) -> str:
    return f"feasibility.war_size.{troops}"


def fact(troops: int, carry: str) -> str:
    """The risk that a size leaves."""
    return f"feasibility.war_risk.{troops}.{carry}"


def _risk(troops: int, carry: str) -> Phrase:
    name = fact(troops, carry)
    return phrase("war_by_size.risk", risk=Number(name, "percent"), range=Number(name, "percent_range"))


def _asking(known: Known, troops: int) -> Said:
    """The tasks between whose lowest and highest method the size lies."""
    found = [
        phrase("war_by_size.task", role=sizes.role_named(known, role))
        for role in sizes.roles(known)
        if _spans(known, role, troops)
    ]
    return Listed(found) if found else phrase("war_by_size.no_task")


def _spans(known: Known, role: str, troops: int) -> bool:
    force = known.fact(f"sizing.force.{role}")
    return bool(force.p5 is not None and force.p95 is not None and force.p5 <= troops <= force.p95)


def answer(known: Known) -> Sentences:
    """The risk without a force, what sizes leave of it, and which decides more: the number or what carries over."""
    first, last = asked(known)[1], asked(known)[-1]
    base = fact(0, NONE)
    told: dict[str, Said] = {"first": Number(_size(first), "exact"), "last": Number(_size(last), "exact")}
    for carry in (THIRD, FULL):
        told |= {
            f"{carry}_{end}": Number(fact(size, carry), "percent") for end, size in (("first", first), ("last", last))
        }
    return Sentences([
        phrase("war_by_size.without", years=YEARS, risk=Number(base, "percent"), range=Number(base, "percent_range")),
        phrase("war_by_size.with", **told),
        phrase("war_by_size.carry_decides" if _carry_decides(known, first, last) else "war_by_size.size_decides"),
        phrase("war_by_size.raises", share=Number(RAISES, "percent")),
    ])  # fmt: skip


def _carry_decides(known: Known, first: int, last: int) -> bool:
    """Whether what carries over moves the risk of the smallest force more than its size moves it at a third."""
    by_carry = known.number(fact(first, NONE)) - known.number(fact(first, FULL))
    by_size = known.number(fact(first, THIRD)) - known.number(fact(last, THIRD))
    return by_carry >= by_size


def limits(known: Known) -> Sentences:
    """What the evidence cannot say."""
    beyond = phrase("war_by_size.beyond", size=Number(STUDIED, "exact")) if known.has(STUDIED) else NOTHING
    return Sentences([phrase("war_by_size.limits"), beyond])


def options_between(_: Known) -> Phrase:
    """Where the risks of the options stand."""
    return phrase("war_by_size.options_between")
