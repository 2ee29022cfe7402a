"""What is missing, of which kind, and which size could be generated follow from what an option could count on."""

import pytest

from peacebrief.telling.answers import troops

CASE = {"support_levels": {"alone": {"phrase": "alone"}, "helped": {"phrase": "with help"}}}
OPTION = {"id": "watch", "in_sentence": "a watch", "support_level": "helped"}


@pytest.fixture
def manned(known):
    """An option of 1,000 soldiers: how many are missing, by which kinds, and which size passes."""

    def of(gap=0.0, passing=None, kinds=(), standing=0.0):
        facts = {"generation.size.watch": 1000.0, "feasibility.threshold.feasible": 0.75}
        for level in CASE["support_levels"]:
            facts[f"generation.sustainable.watch.{level}"] = (500.0, 700.0, 900.0)
            facts[f"generation.gap.watch.{level}"] = (0.0, gap, 500.0)
            facts[f"generation.probability.watch.{level}"] = 0.02
        facts |= {f"generation.type_gap.watch.{kind}": (0.0, missing, 2 * missing) for kind, missing in kinds}
        if passing is not None:
            facts["feasibility.size_that_passes.watch.helped"] = passing
        gaps = [
            {"option": "watch", "support_level": "helped", "force_type": kind, "gap": missing}
            for kind, missing in kinds
        ]
        burden = [{"option": "watch", "support_level": "helped", "position": "standing", "deployed": standing}]
        return known(facts, case=CASE, options=[OPTION], force_gaps=gaps, burden=burden)

    return of


@pytest.mark.parametrize(("gap", "told"), [(0.0, "none are missing."), (300.0, "300 are missing.")])
def test_what_is_missing_is_told_beside_what_could_be_counted_on(manned, aloud, gap, told):
    case = manned(gap)
    assert aloud(case, troops.gap(case, "watch")) == (
        "Judged at 1,000 troops, a watch with help could count on 700 kept in place (500 to 900). "
        f"In the middle result {told} That it is enough has a chance of 2% (a remote chance)."
    )
    assert "a watch alone could count on" in aloud(case, troops.gap(case, "watch", "alone"))


def test_the_answer_tells_gap_kinds_and_size(manned, phrases):
    told = phrases(troops.answer(manned(300.0), "watch"))
    assert told[0] == "troops.count_on"
    assert told[-2:] == ["troops.no_kind_missing", "troops.no_size_passes"]


@pytest.mark.parametrize(("gap", "any_missing"), [(0.0, False), (1.0, True)])
def test_soldiers_are_missing_where_an_option_is_short(manned, gap, any_missing):
    assert troops.are_any_missing(manned(gap)) is any_missing


def test_kinds_are_named_the_largest_gap_first_and_half_a_soldier_is_none(manned, aloud):
    case = manned(kinds=[("enablers", 20.0), ("brigades", 90.0), ("monitors", 0.4)])
    assert aloud(case, troops.kinds_missing(case, "watch")) == (
        "Counting only those likely to take part, at central values, missing are 90 soldiers of brigades "
        "and 20 supporting troops."
    )


@pytest.mark.parametrize(
    ("standing", "told"), [(0.0, "troops.no_kind_missing"), (5.0, "troops.no_kind_missing_if_willing")]
)
def test_where_no_kind_is_missing_standing_contributors_count_only_if_willing(manned, phrases, standing, told):
    case = manned(kinds=[("monitors", 0.4)], standing=standing)
    assert phrases(troops.kinds_missing(case, "watch")) == [told]


@pytest.mark.parametrize(
    ("passing", "told"),
    [
        (None, "No size looked at could be generated for a first tour with a chance of 75%."),
        (0.0, "No size looked at could be generated for a first tour with a chance of 75%."),
        (940.0, "Only 940 could be generated for a first tour with a chance of 75%."),
        (950.0, "A little fewer than the size judged could be generated for a first tour with a chance of 75%."),
        (1000.0, "Up to 1,000 could be generated for a first tour with a chance of at least 75%."),
    ],
)
def test_the_size_that_passes_stands_beside_the_one_judged(manned, aloud, passing, told):
    case = manned(passing=passing)
    assert aloud(case, troops.size_that_passes(case, "watch")) == told


OPEN, SHUT = "indeterminate", "not feasible on current evidence"
WATCH, WALL, POST = ({"id": name, "in_sentence": f"a {name}"} for name in ("watch", "wall", "post"))


@pytest.fixture
def judged(known):
    """Options under each model: the verdicts, and the chance of the size; no second chance where there is no count."""

    def of(**options):
        facts = {}
        for name, models in options.items():
            facts[f"generation.size.{name}"] = 1000.0
            for by, (verdict, chance) in zip(("share", "brigades"), models, strict=False):
                facts[f"feasibility.verdict_under.{by}.{name}"] = verdict
                facts[f"generation.reaches.{name}.{by}"] = chance
        both = [models for models in options.values() if len(models) > 1]
        facts["feasibility.models_compared"] = float(len(both))
        facts["feasibility.models_disagree"] = float(sum(one[0] != other[0] for one, other in both))
        facts = {name: int(value) if ".models_" in name else value for name, value in facts.items()}
        return known(facts, options=[WATCH, WALL, POST][: len(options)])

    return of


def test_models_that_disagree_are_told_with_both_verdicts_and_where_they_are_widest_apart(judged, aloud):
    case = judged(watch=[(SHUT, 0.2), (OPEN, 0.5)], wall=[(OPEN, 0.3), (OPEN, 0.9)])
    assert aloud(case, troops.by_each_model(case)) == (
        "Of the 2 options that both can judge they disagree on 1: a watch is not feasible on current evidence by the "
        "share of armies and indeterminate by the count of brigades. They are widest apart on a wall: that 1,000 could "
        "be kept in place has a chance of 30% by the share of armies and of 90% by the count of brigades."
    )


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (
            {"watch": [(OPEN, 0.2), (OPEN, 0.5)], "wall": [(SHUT, 0.3), (SHUT, 0.4)]},
            "on each of the 2 options that both can",
        ),
        ({"watch": [(OPEN, 0.2), (OPEN, 0.5)], "wall": [(SHUT, 0.3)]}, "on the 1 option that both can judge."),
    ],
)
def test_models_that_agree_are_said_to(judged, aloud, options, told):
    case = judged(**options)
    assert told in aloud(case, troops.by_each_model(case))


def test_an_option_without_a_count_of_brigades_is_named(judged, aloud, phrases):
    case = judged(watch=[(OPEN, 0.2), (SHUT, 0.5)], wall=[(SHUT, 0.3)], post=[(SHUT, 0.3)])
    assert "For a watch, that 1,000 could be kept in place has a chance of 20%" in aloud(
        case, troops.by_each_model(case)
    )
    assert aloud(case, troops.by_each_model(case)).endswith(
        " On a wall and a post only the share of armies can tell: brigades are no part of the force, or nobody has "
        "counted those of all contributors."
    )
    none = judged(watch=[(OPEN, 0.2)])
    assert phrases(troops.by_each_model(none)) == ["troops.one_model"]
    assert "No option can be judged by a count of brigades" in aloud(none, troops.by_each_model(none))


def test_the_two_models_are_told_with_their_weights(known, aloud):
    case = known({"generation.model_weight.share": 0.6, "generation.model_weight.brigades": 0.4})
    assert "the first is given a weight of 60%, the second one of 40%" in aloud(case, troops.two_ways(case))
    assert "the share of armies with a chance of 60%, the count of brigades with one of 40%" in aloud(
        case, troops.two_models(case)
    )
