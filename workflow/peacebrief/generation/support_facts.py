"""Facts about public support: net support for sending own troops, by contributor, from comparable polls only."""

from __future__ import annotations

from collections.abc import Iterator

from peacebrief.generation.findings import Findings
from peacebrief.generation.polls import smallest_sample
from peacebrief.generation.pooled_support import HOUSE, comparable_polls
from peacebrief.generation.reasons import assumed, fact
from peacebrief.reasoning.record import Record, record

NET_METHOD = (
    "Support less opposition in polls that ask for own troops after a ceasefire, pooled within and over pollsters by "
    "precision; 90 per cent interval with house effects."
)


def support_facts(found: Findings) -> Iterator[Record]:
    """The smallest sample, which stands for those not published, and net support by contributor."""
    inputs = found.inputs
    polls = comparable_polls(inputs)
    if not polls:
        return
    yield record(
        "generation.smallest_sample",
        label="smallest published sample of a comparable poll",
        unit="persons",
        method="Least of the published samples; it stands for a sample that was not published.",
        because=[origin for _, origin in polls],
        value=smallest_sample([poll for poll, _ in polls]),
    )
    for name, support in found.model.support.items():
        own = [(poll, origin) for poll, origin in polls if poll.country == name]
        hidden = [fact("smallest_sample")] if any(poll.sample is None for poll, _ in own) else []
        yield record(
            f"generation.net_support.{name}",
            label=f"{inputs.states[name].country}: net support for sending own troops after a ceasefire",
            unit="points",
            kind="quantiles",
            method=NET_METHOD,
            because=[*(origin for _, origin in own), *hidden, *assumed(found.model, [HOUSE])],
            p5=support.low,
            p50=support.net,
            p95=support.high,
            central=support.net,
        )
