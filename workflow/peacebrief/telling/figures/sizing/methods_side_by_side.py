"""How far the sizing methods lie apart: what each finds for each role, and why it fits or does not."""

from __future__ import annotations

from dataclasses import dataclass

from peacebrief.facts.rounding import significant, spell_range
from peacebrief.telling.figures.caption import SaidCaption, draws, source
from peacebrief.telling.figures.reading import role_labels, span
from peacebrief.telling.saying.known import Known, Record
from peacebrief.telling.saying.labels import COMPUTED_METHODS, methods
from peacebrief.telling.saying.said import Phrase, Said, Sentences, phrase

PREFIX = "sizing.method."


@dataclass(frozen=True, slots=True, kw_only=True)
class Estimate:
    """What a method finds for a role (p5, p50, p95 in persons), whether it fits, and where it does not the reason."""

    method: str
    label: Said
    role: str
    span: tuple[float, float, float]
    fits: bool
    reason: Said


def caption(known: Known) -> SaidCaption:
    """The finding: how far apart the methods that fit lie, for the role where they differ most."""
    found, labels = estimates(known), role_labels(known)
    spans = spans_of(known)
    role, (least, most) = max(spans.items(), key=lambda item: item[1][1] / item[1][0])
    methods = str(len({one.method for one in found}))
    outside = str(len({one.method for one in found if not one.fits}))
    factor, widest = significant(most / least), labels[role].lower()
    return SaidCaption(
        title=phrase("figures_sizing.methods_title", factor=factor, role=widest),
        subtitle=phrase("figures_sizing.methods_subtitle"),
        source=source(known, draws(known), phrase("figures_sizing.methods_source", methods=methods)),
        alt=Sentences([
            phrase("figures_sizing.methods_shown", methods=methods),
            *(_role(labels[role], ends) for role, ends in spans.items()),
            phrase("figures_sizing.methods_left_out", methods=outside),
        ]),
    )  # fmt: skip


def _role(label: str, ends: tuple[float, float]) -> Phrase:
    return phrase("figures_sizing.methods_role", role=label, middles=spell_range(*ends))


def estimates(known: Known) -> list[Estimate]:
    """What each method finds for each role, in the order drawn."""
    said = {(row["role"], row["method"]): row for row in known.tables["role_methods"]}
    return [
        _estimate(known, (method, label), role, said.get((role, method), {}))
        for method, label in _labels(known).items()
        for role in role_labels(known)
        if known.has(f"{PREFIX}{method}.{role}")
    ]


def _estimate(known: Known, method: tuple[str, Said], role: str, said: Record) -> Estimate:
    name, label = method
    fits = said.get("fits") == "yes"
    reason = "" if fits else said.get("reason") or phrase("figures_sizing.methods_not_said")
    return Estimate(
        method=name, label=label, role=role, span=span(known, f"{PREFIX}{name}.{role}"), fits=fits, reason=reason
    )


def _labels(known: Known) -> dict[str, Said]:
    """Methods in the order drawn: those used somewhere first, and among them those that combine several inputs."""
    used = {row["method"] for row in known.tables["role_methods"] if row["fits"] == "yes"}
    labels = methods(known)
    order = sorted(labels, key=lambda method: (method not in used, method not in COMPUTED_METHODS))
    return {method: labels[method] for method in order}


def spans_of(known: Known) -> dict[str, tuple[float, float]]:
    """The smallest and the largest middle result among the methods that fit, by role."""
    used = [one for one in estimates(known) if one.fits]
    middles = {role: [one.span[1] for one in used if one.role == role] for role in role_labels(known)}
    return {role: (min(found), max(found)) for role, found in middles.items() if found}
