"""What rotation adds: which roles tie up the size under test, and what shares of armies that takes.

The rules told are the published ones with a pool among the facts; the armies those most tied up.
"""

from __future__ import annotations

from peacebrief.facts.rounding import exact, percent, significant, spell_range
from peacebrief.telling.figures.caption import SaidCaption, draws, source
from peacebrief.telling.figures.reading import cell, middle, role_labels, size_under_test, span
from peacebrief.telling.saying.known import Known
from peacebrief.telling.saying.said import NOTHING, Listed, Phrase, Said, Sentences, phrase

BY_RULE, SHARE = "sizing.pool_by_rule.", "sizing.army_share."
# The contribution that a case may set beside the whole army of its state.
COMPARED, CONTRIBUTION = "sizing.compared_share", "compared_contribution"
MOST_ARMIES, MOST_TOLD, WHOLE_ARMY = 6, 3, 1.0


def caption(known: Known) -> SaidCaption:
    """The finding: for which roles rotation lifts the commitment over the size under test."""
    ratios = list(rules_used(known).values())
    ends = spell_range(min(ratios), max(ratios))
    rules = phrase("figures_sizing.rotation_source", rules=str(len(ratios)))
    return SaidCaption(
        title=finding(known),
        subtitle=subtitle(known),
        source=source(known, draws(known), rules),
        alt=Sentences([
            phrase("figures_sizing.rotation_shown", ratios=ends),
            *(_role(known, role, label) for role, label in role_labels(known).items()),
            *_armies(known),
        ]),
    )  # fmt: skip


def finding(known: Known) -> Phrase:
    """For which roles rotation ties up the size under test or more."""
    claim, reaching = exact(size_under_test(known)), _reaching(known)
    if not reaching:
        return phrase("figures_sizing.rotation_none", size=claim)
    if len(reaching) == len(role_labels(known)):
        return phrase("figures_sizing.rotation_every", size=claim)
    return phrase("figures_sizing.rotation_some", size=claim, roles=Listed(reaching))


def _reaching(known: Known) -> list[str]:
    """Roles whose pool by the strictest rule reaches the size under test."""
    claim, strictest = size_under_test(known), list(rules_used(known))[-1]
    pools = {label.lower(): middle(known, f"{BY_RULE}{strictest}.{role}") for role, label in role_labels(known).items()}
    return [label for label, pool in pools.items() if pool >= claim]


def subtitle(known: Known) -> Phrase:
    """What is drawn above; which army shares are drawn below, out of how many, and what the line there means."""
    months = significant(assumption(known, "horizon_months"))
    above = phrase("figures_sizing.rotation_above", size=exact(size_under_test(known)), months=months)
    drawn = armies_most_tied_up(known)
    if not drawn:
        return above
    armies = Listed(_armies_drawn(known))
    if any(span(known, fact_id)[2] > WHOLE_ARMY for fact_id in drawn):
        whole = percent(WHOLE_ARMY)
        return phrase("figures_sizing.rotation_below_too_small", above=above, armies=armies, whole=whole)
    return phrase("figures_sizing.rotation_below", above=above, armies=armies)


def _armies_drawn(known: Known) -> list[Said]:
    drawn, published = armies_most_tied_up(known), sum(fact_id.startswith(SHARE) for fact_id in known.facts)
    count = sum(fact_id != COMPARED for fact_id in drawn)
    shares: Said = NOTHING
    if 0 < count < published:
        shares = phrase("figures_sizing.rotation_largest_shares", count=str(count), published=str(published))
    elif count:
        shares = phrase("figures_sizing.rotation_all_shares", count=str(count))
    return [shares, phrase("figures_sizing.rotation_the_compared_force") if COMPARED in drawn else NOTHING]


def _role(known: Known, role: str, label: str) -> Phrase:
    """Deployed, pool and cycled."""
    pools = [middle(known, f"{BY_RULE}{rule}.{role}") for rule in rules_used(known)]
    deployed, cycled = (significant(middle(known, f"sizing.{what}.{role}")) for what in ("force", "cycled"))
    pool = spell_range(min(pools), max(pools))
    return phrase("figures_sizing.rotation_role", role=label, deployed=deployed, pool=pool, cycled=cycled)


def _armies(known: Known) -> list[Said]:
    """The armies most tied up, those whose range passes the whole army, and the contribution compared."""
    names = armies_most_tied_up(known)
    first = [_tied_up(known, fact_id, name) for fact_id, name in names.items() if fact_id != COMPARED][:MOST_TOLD]
    passing = [name for fact_id, name in names.items() if span(known, fact_id)[2] > WHOLE_ARMY]
    told: list[Said] = []
    if first:
        told.append(phrase("figures_sizing.rotation_armies", armies=Listed(first)))
    if passing:
        told.append(phrase("figures_sizing.rotation_passing", armies=Listed(passing)))
    if COMPARED in names:
        share = percent(middle(known, COMPARED))
        told.append(phrase("figures_sizing.rotation_compared", force=names[COMPARED], share=share))
    return told


def _tied_up(known: Known, fact_id: str, name: Said) -> Phrase:
    return phrase("figures_sizing.rotation_army", army=name, share=percent(middle(known, fact_id)))


def rules_used(known: Known) -> dict[str, float]:
    """The published rules with a pool among the facts, and their soldiers in the pool for each one deployed."""
    told = {fact_id.split(".")[2] for fact_id in known.facts if fact_id.startswith(BY_RULE)}
    ratios = {str(row["id"]): cell(row, "central") for row in known.tables["sizing_methods"] if row["id"] in told}
    return dict(sorted(((rule, ratio) for rule, ratio in ratios.items() if ratio), key=lambda item: (item[1], item[0])))


def armies_most_tied_up(known: Known) -> dict[str, Said]:
    """Ids and names of the largest shares, largest first; what a case compares is always among them."""
    names: dict[str, Said] = {f"{SHARE}{row['id']}": str(row["country"]) for row in known.tables["contributors"]}
    shown = _largest_first(known, [name for name in names if known.has(name)])[:MOST_ARMIES]
    if known.has(COMPARED) and known.called.get("compared_army"):
        size = significant(assumption(known, CONTRIBUTION))
        names[COMPARED] = phrase("figures_sizing.rotation_compared_force", size=size)
        shown = _largest_first(known, [*shown, COMPARED])
    return {fact_id: names[fact_id] for fact_id in shown}


def assumption(known: Known, name: str) -> float:
    """The central value of an assumption. Raises StopIteration where there is none."""
    return next(number for row in known.rows("assumptions", id=name) if (number := cell(row, "central")))


def _largest_first(known: Known, fact_ids: list[str]) -> list[str]:
    return sorted(fact_ids, key=lambda fact_id: (-middle(known, fact_id), fact_id))
