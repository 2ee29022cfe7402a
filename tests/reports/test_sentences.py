"""No sentence contradicts its number: fifty sets of inputs, from the inputs to the page, sentence by sentence.

The rules are written from what the sentences say, not from the conditions of the templates (tests/sentences).
"""

from __future__ import annotations

import re
from collections import defaultdict
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from sentences.chain import told_world
from sentences.changes import changed_inputs
from sentences.checking import all_checked, checked
from sentences.printed import YARDSTICK, in_band
from sentences.rule import RULES
from sentences.world import Page

from peacebrief.facts.likelihood import YARDSTICK as BANDS
from peacebrief.facts.likelihood import likelihood
from peacebrief.facts.rounding import percent
from peacebrief.figures import FIGURES

SEEDS, DRAWS, PROCESSES = range(50), 512, 2
# Ways to put a sentence that the miniature case seldom or never reaches.
SELDOM = {
    ("corridor_losses", "robust"), ("supplies", "nothing"), ("supplies", "same"), ("ranks", "tie"), ("routes", "just"),
    ("gates", "unknown"), ("gates", "unable"), ("gates", "able"), ("skill", "none"), ("history_and_rotation", "never"),
    ("history_and_rotation", "follow"),
    ("asked", "without"), ("asked", "chance"), ("asked", "others"), ("skill", "within"), ("force_ladder", "every"),
    ("force_ladder", "whole"), ("methods", "each"),
    ("size_that_passes", "nearly"), ("steady", "country"), ("steady", "pair"),
    ("standing", "none"), ("verdicts", "apart"),
    ("behind_verdicts", "recalled"), ("left_out", "better"), ("left_out", "worse"),
    ("war_by_size", "size"),
}  # fmt: skip


def told(seed):
    with TemporaryDirectory() as folder:
        world = told_world(changed_inputs(Path(folder), seed), "island", seed=seed, draws=DRAWS)
    return world, all_checked(world)


@pytest.fixture(scope="module")
def everything():
    with ProcessPoolExecutor(PROCESSES, mp_context=get_context("fork")) as pool:
        return list(pool.map(told, SEEDS))


@pytest.fixture(scope="module")
def claims(everything):
    return [claim for _, own in everything for claim in own]


@pytest.fixture(scope="module")
def world(everything):
    """A world in which something is missing, so that there is something to be wrong about."""
    return everything[1][0]


@pytest.mark.slow
def test_no_sentence_contradicts_its_number(claims):
    assert [str(one) for one in claims if not one.claim.holds] == []


@pytest.mark.slow
def test_every_way_to_put_a_sentence_was_met(claims):
    met = {(one.rule, one.claim.branch) for one in claims}
    assert {(rule.name, branch) for rule in RULES for branch in rule.branches} - met <= SELDOM


@pytest.mark.slow
def test_a_sentence_that_has_to_stand_on_a_page_always_stands_there(claims):
    stands = defaultdict(set)
    for one in claims:
        if one.claim.told is not None:
            stands[one.rule, one.claim.said, one.page].add(one.claim.told)
    assert {where for where, found in stands.items() if len(found) > 1} == set()


def test_the_words_of_every_figure_have_a_rule():
    assert {figure for rule in RULES for figure in rule.figures} == set(FIGURES)


def test_the_word_and_the_percentage_never_part():
    shares = [thousandths / 1000 for thousandths in range(1001)]
    assert [share for share in shares if not in_band(percent(share), likelihood(share))] == []


def test_the_yardstick_is_the_published_one():
    assert {band.word: round(100 * band.up_to) for band in BANDS} == {word: top for word, (_, top) in YARDSTICK.items()}


# Each change is one that a template or a fact could get wrong: page, what stands there, what is put in its place.
FORGED = (
    ("brief", r"(data-fact=\"sizing\.force\.\w+\">)\s*[\d,]+", r"\g<1>77,777"),
    (
        "brief",
        r"(data-fact=\"feasibility\.joint\.[^>]+>\s*)(?:a remote chance|highly unlikely)",
        r"\g<1>almost certain",
    ),
    ("option_observers", r"(data-fact=\"feasibility\.verdict\.[^>]+>)\s*[a-z ]+", r"\g<1>feasible"),
    ("option_observers", "would bring each gate to", "would bring hardly any gate to"),
    ("spoken_observers", r"are missing|none are missing", "are there"),
    ("spoken", "is <strong>not robust</strong>: some|is the same whether", "is as you like it:"),
    ("spoken", "in every posture|With the same capacities they would feed fewer|the routes would feed fewer", "well"),
)


def forged(world, page, old, new):
    html, count = re.subn(old, new, world.pages[page])
    assert count, f"{old} does not stand on the page {page}: nothing was forged"
    world.pages[page], kept = html, world.pages[page]
    try:
        return list(checked(Page.of(world, page)))
    finally:
        world.pages[page] = kept


@pytest.mark.slow
@pytest.mark.parametrize(("page", "old", "new"), FORGED[:3])
def test_a_forged_number_word_or_verdict_is_found(world, page, old, new):
    assert [one for one in forged(world, page, old, new) if not one.claim.holds]


@pytest.mark.slow
@pytest.mark.parametrize(("page", "old", "new"), FORGED[3:])
def test_a_sentence_that_is_put_otherwise_is_missed(world, page, old, new):
    stands = {(one.rule, one.claim.said) for one in checked(Page.of(world, page)) if one.claim.told}
    still = {(one.rule, one.claim.said) for one in forged(world, page, old, new) if one.claim.told}
    assert still < stands
