"""The worst losses of two links outside the theatre or at its border."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from peacebrief.logistics.demand.daily_demand import posture_of
from peacebrief.logistics.given import LogisticsInputs
from peacebrief.logistics.losses.link_pair import LinkPair, LinkPairs
from peacebrief.logistics.network.only_way import link_name
from peacebrief.logistics.origins import force_because
from peacebrief.reasoning.record import Record, Table, record, table, words_record

METHOD = "Every pair of open links closed in turn, central capacity; links inside the theatre are not named."
# ASSUME: pairs with a link inside the theatre are calculated but not published, since a list of them would show where
# to strike.
SHOWN = 20
WorstPairs = Mapping[str, Sequence[LinkPair]]


def worst_pairs(pairs: Mapping[str, LinkPairs], *, inside: Collection[str]) -> WorstPairs:
    """The worst pairs of links that may be published, by posture."""
    return {posture: found.worst(SHOWN, leaving_out=inside) for posture, found in pairs.items()}


def link_pair_facts(inputs: LogisticsInputs, *, worst: WorstPairs) -> Iterator[Record]:
    """The worst pair of each posture looked at, in words and with the share it leaves."""
    links = {str(row["id"]): row for row in inputs.record["links"]}
    for posture, pairs in worst.items():
        if not pairs:
            continue
        names = [link_name(links[name], nodes=inputs.record["nodes"]) for name in (pairs[0].first, pairs[0].second)]
        about, because = {"posture": posture_of(posture)}, force_because(inputs, posture)
        yield record(
            "logistics.link_pairs.{posture}.worst",
            about,
            label="share of the largest force left by the worst pair of links, {posture}",
            unit="share",
            method=METHOD,
            because=because,
            value=pairs[0].remaining,
        )
        yield words_record(
            "logistics.link_pairs.{posture}.worst_pair",
            about,
            label="worst pair of links, {posture}",
            method=METHOD,
            because=because,
            words=" and ".join(names),
        )


def link_pairs_table(worst: WorstPairs) -> Table:
    """The pairs that may be published, the worst first."""
    rows = ([posture, pair.first, pair.second, pair.remaining] for posture, pairs in worst.items() for pair in pairs)
    return table(("posture", "first", "second", "remaining"), rows)
