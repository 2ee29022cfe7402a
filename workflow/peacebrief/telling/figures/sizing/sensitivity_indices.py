"""Which inputs move the most detailed method of each role: its largest first-order indices."""

from __future__ import annotations

from dataclasses import dataclass

from peacebrief.facts.rounding import percent
from peacebrief.telling.figures.caption import SaidCaption, draws, source
from peacebrief.telling.figures.reading import role_labels
from peacebrief.telling.saying.known import Known
from peacebrief.telling.saying.labels import inside, quantities
from peacebrief.telling.saying.said import Listed, Phrase, Said, Sentences, phrase

PREFIX = "sizing.sensitivity."
MOST_SHOWN, MOST_TOLD = 4, 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Index:
    """The share of the variation of a role that one quantity explains alone (0-1)."""

    role: str
    quantity: str
    label: Said
    share: float


def caption(known: Known) -> SaidCaption:
    """The finding: the input that matters most, for every role or for the one where it matters most."""
    shown, everything = len(largest(known)), sum(fact_id.startswith(PREFIX) for fact_id in known.facts)
    counted = phrase("figures_sizing.sensitivity_source", shown=str(shown), indices=str(everything))
    return SaidCaption(
        title=finding(known),
        subtitle=phrase("figures_sizing.sensitivity_subtitle"),
        source=source(known, draws(known), counted),
        alt=Sentences([
            phrase("figures_sizing.sensitivity_shown"),
            *(_role(known, role, label) for role, label in role_labels(known).items()),
        ]),
    )  # fmt: skip


def finding(known: Known) -> Phrase:
    """The input that matters most: the same for every role, or that with the largest index of all."""
    found, labels = largest(known), role_labels(known)
    first = {one.role: one for one in reversed(found)}
    if len({one.quantity for one in first.values()}) == 1 and len(first) == len(labels):
        return phrase("figures_sizing.sensitivity_every", input=inside(found[0].label))
    top = max(found, key=lambda one: one.share)
    role, label = labels[top.role].lower(), inside(top.label)
    return phrase("figures_sizing.sensitivity_input", role=role, input=label)


def _role(known: Known, role: str, label: str) -> Phrase:
    own = [one for one in largest(known) if one.role == role][:MOST_TOLD]
    told = [
        phrase("figures_sizing.sensitivity_index", input=inside(one.label), share=percent(one.share)) for one in own
    ]
    return phrase("figures_sizing.sensitivity_role", role=label, indices=Listed(told))


def largest(known: Known) -> list[Index]:
    """The indices drawn, the largest of each role first."""
    labels, found = quantities(known), []
    for role in role_labels(known):
        shares = _shares(known, role)
        for quantity in sorted(shares, key=lambda name: (-shares[name], name))[:MOST_SHOWN]:
            label = labels.get(quantity) or known.fact(f"{PREFIX}{role}.{quantity}").called
            found.append(Index(role=role, quantity=quantity, label=label, share=shares[quantity]))
    return found


def _shares(known: Known, role: str) -> dict[str, float]:
    prefix = f"{PREFIX}{role}."
    return {name.removeprefix(prefix): known.number(name) for name in known.facts if name.startswith(prefix)}
