"""Facts about the two links whose loss together leaves least, outside the theatre and at its border."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from peacebrief.logistics.demand_steps import posture_label
from peacebrief.logistics.findings import Findings
from peacebrief.logistics.link_pairs import LinkPair
from peacebrief.logistics.only_way import link_name
from peacebrief.logistics.reasons import force_because
from peacebrief.reasoning.record import Record, record, words_record

METHOD = "Every pair of open links closed in turn, central capacity; links inside the theatre are not named."
# ASSUME: pairs with a link inside the theatre are calculated but not published, since a list of them would show where
# to strike.
SHOWN = 20


def worst_pairs(found: Findings, posture: str) -> Sequence[LinkPair]:
    """The worst pairs of links that may be published."""
    return found.pairs[posture].worst(SHOWN, leaving_out=found.supply.inside)


def link_pair_facts(found: Findings) -> Iterator[Record]:
    """The worst pair of each posture looked at, in words and with the share it leaves."""
    links = {str(row["id"]): row for row in found.inputs.record["links"]}
    for posture in found.pairs:
        pairs = worst_pairs(found, posture)
        if not pairs:
            continue
        names = [
            link_name(links[name], nodes=found.inputs.record["nodes"]) for name in (pairs[0].first, pairs[0].second)
        ]
        told, because = posture_label(posture), force_because(found.inputs, posture)
        yield record(
            f"logistics.link_pairs.{posture}.worst",
            label=f"share of the largest force left by the worst pair of links, {told}",
            unit="share",
            method=METHOD,
            because=because,
            value=pairs[0].remaining,
        )
        yield words_record(
            f"logistics.link_pairs.{posture}.worst_pair",
            label=f"worst pair of links, {told}",
            method=METHOD,
            because=because,
            words=" and ".join(names),
        )
