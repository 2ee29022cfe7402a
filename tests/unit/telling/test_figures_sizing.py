"""What the figures on sizing say follows from facts and tables, branch by branch."""

import pytest

from peacebrief.telling.figures import reading
from peacebrief.telling.figures.sizing import force_ladder, history, methods_side_by_side, rotation, sensitivity_indices

CLAIM = 100_000
CASE = {
    "draws": 4096,
    "edition": "2030-02",
    "evidence_cutoff": "2030-01-15",
    "support_levels": {"alone": {"phrase": "without help", "label": "Alone"}},
    "vocabulary": {"compared_army": {"name": "Fiction", "adjective": "Fictional"}},
}
ROLES = [{"id": "watch", "label": "Watch", "proposal_class": "light"},
         {"id": "hold", "label": "Hold", "proposal_class": "heavy"}]  # fmt: skip
OPTIONS = [{"id": "blue", "short_label": "Blue: force", "in_sentence": "a blue force", "support_level": "alone"},
           {"id": "red", "short_label": "Red", "in_sentence": "a red force", "support_level": "alone"}]  # fmt: skip


def proposal(name, role_class, **sizes):
    return {"id": name, "role_class": role_class, "force_low": None, "force_central": None, "force_high": None} | sizes


@pytest.fixture
def sized(known):
    """Two roles with what their methods ask for, and what options can sustain: p5, p50, p95."""

    def of(watch=(20_000, 60_000), hold=(50_000, 90_000), **sustained):
        facts = {}
        for role, asked in (("watch", watch), ("hold", hold)):
            facts[f"sizing.force.{role}"] = (min(asked), min(asked), max(asked))
            facts[f"sizing.methods_fitting.{role}"] = len(asked)
            facts[f"sizing.methods_at_least.{CLAIM}.{role}"] = sum(size >= CLAIM for size in asked)
        for option, span in sustained.items():
            facts[f"generation.sustainable.{option}.alone"] = span
            facts[f"generation.curve.{option}.alone.{CLAIM}"] = 0.2
        curve = [{"option": option, "support_level": "alone", "troops": 1, "probability": 0.5} for option in sustained]
        published = [proposal("P1", "light", force_central=5000.0), proposal("P2", "heavy", force_low=150_000.0),
                     proposal("P3", "pre_2022", force_central=1.0), proposal("P4", "light")]  # fmt: skip
        return known(facts, case=CASE, roles=ROLES, options=OPTIONS, proposals=published, supply_curve=curve)

    return of


@pytest.mark.parametrize(
    ("watch", "hold", "said"),
    [
        ((20_000, 60_000), (50_000, 90_000), "No method asks for 100,000 troops, for any role"),
        ((110_000, 160_000), (150_000, 200_000), "Every method asks for 100,000 troops or more, for every role"),
        ((20_000, 60_000), (150_000, 200_000), "Every method asks for 100,000 troops or more for hold only"),
        (
            (20_000, 130_000),
            (50_000, 150_000),
            "For every role some methods ask for 100,000 troops, and some for fewer",
        ),
        ((20_000, 60_000), (50_000, 150_000), "Some methods ask for 100,000 troops for hold, and for no other role"),
    ],
)
def test_the_ladder_says_which_roles_reach_the_size(sized, aloud, watch, hold, said):
    case = sized(watch, hold)
    assert aloud(case, force_ladder.title(case)) == said


def test_the_ladder_says_what_options_can_sustain(sized, aloud):
    two, one = sized(blue=(1.0, 9000.0, 2e4), red=(1.0, 14_000.0, 2e4)), sized(blue=(1.0, 9000.0, 2e4))
    assert aloud(two, force_ladder.title(two)).endswith("; options can field about 9,000 to 14,000 at the start")
    assert aloud(one, force_ladder.title(one)).endswith("; the option can field about 9,000 at the start")
    none = sized(blue=(0.0, 0.0, 900.0))
    assert aloud(none, force_ladder.title(none)).endswith("; no option is likely to sustain any force")


def test_the_caption_of_the_ladder_tells_roles_proposals_and_options(sized, aloud):
    case = sized(blue=(900.0, 9000.0, 20_000.0))
    said = force_ladder.caption(case)
    assert aloud(case, said.alt) == (
        "Ranges of force size by role against a line at 100,000 troops. "
        "Watch: 20,000 to 60,000, methods that ask for 100,000 or more: 0 of 2. "
        "Hold: 50,000 to 90,000, methods that ask for 100,000 or more: 0 of 2. "
        "Of 2 published proposals, 1 reach 100,000. "
        "Blue, without help: can sustain 9,000, range 900 to 20,000, chance of 100,000 or more 20%."
    )
    assert aloud(case, said.subtitle).endswith("so many, mark: middle")
    assert "model of this brief, 4,096 draws; 2 published proposals, listed in the annex." in aloud(case, said.source)


def test_the_middle_of_what_an_option_can_sustain_is_rounded(sized):
    assert force_ladder.sustained_middle(sized(blue=(900.0, 9040.0, 20_000.0)), "blue") == "9,000"


def test_a_fact_without_a_range_has_no_ends(known):
    with pytest.raises(ValueError, match="force has no quantiles"):
        reading.span(known({"force": 7}), "force")


def test_the_share_of_methods_that_ask_for_the_size_is_of_those_that_fit(sized):
    case = sized(hold=(50_000, 90_000, 120_000, 150_000))
    assert [force_ladder.share_asking(case, role) for role in ("watch", "hold")] == [0.0, 0.5]


def test_without_supply_the_ladder_does_not_speak_of_it(sized, phrases):
    said = force_ladder.caption(sized())
    assert said.subtitle.id == "figures_sizing.ladder_subtitle"
    assert "figures_sizing.ladder_option" not in phrases(said.alt)


@pytest.fixture
def beside(known):
    """Methods with what they find for one role, whether they fit and why; named as in the table of methods."""

    def of(**methods):
        rows = [{"role": "watch", "method": name, "fits": fits, "reason": reason}
                for name, (_, fits, reason) in methods.items() if fits]  # fmt: skip
        facts = {f"sizing.method.{name}.watch": (1.0, found, 9e9) for name, (found, *_) in methods.items()}
        table = [{"method": name, "name": name.capitalize()} for name in methods]
        return known(facts, case=CASE, roles=ROLES[:1], role_methods=rows, sizing_methods=table)

    return of


def test_methods_differ_by_a_factor_for_the_role_where_they_differ_most(beside, aloud):
    case = beside(ratio=(1000.0, "yes", "So."), line=(4000.0, "yes", "So."), old=(9e6, "no", "Too old."))
    said = methods_side_by_side.caption(case)
    assert aloud(case, said.title) == "The methods that fit differ by up to a factor of 4, most for watch"
    assert aloud(case, said.alt) == (
        "Ranges of force size by 3 methods, in a panel for each role. Watch: middle results of the methods that fit "
        "1,000 to 4,000. 1 methods are shown hollow because they do not fit at least one role."
    )


def test_a_method_that_does_not_fit_has_its_reason_or_none_is_said(beside, aloud):
    case = beside(line=(4000.0, "yes", "unread"), old=(9.0, "no", "Too old."), odd=(9.0, "", ""))
    reasons = {one.method: aloud(case, one.reason) for one in methods_side_by_side.estimates(case)}
    assert reasons == {"line": "", "old": "Too old.", "odd": "Whether it fits this role is not said."}


def test_methods_that_fit_come_first(beside):
    case = beside(old=(9.0, "no", "Too old."), line=(4000.0, "yes", "So."))
    assert [one.method for one in methods_side_by_side.estimates(case)] == ["line", "old"]


def test_the_methods_of_a_role_are_those_that_fit_it(beside):
    assert force_ladder.methods(beside(old=(9.0, "no", "Old."), line=(4000.0, "yes", "So.")), "watch") == {"line": 4000}


@pytest.fixture
def indexed(known):
    """First-order indices of two roles; quantities are called as the assumptions label them."""

    def of(watch, hold):
        facts = {f"sizing.sensitivity.watch.{name}": share for name, share in watch.items()}
        facts |= {f"sizing.sensitivity.hold.{name}": share for name, share in hold.items()}
        labels = [{"id": "length", "label": "Length of the line"}]
        return known(facts, case=CASE, roles=ROLES, assumptions=labels, sizing_methods=[])

    return of


@pytest.mark.parametrize(
    ("watch", "hold", "said"),
    [
        ({"length": 0.5, "speed": 0.1}, {"length": 0.4},
         "Within the most detailed method length of the line matters most, for every role"),
        ({"length": 0.5}, {"speed": 0.2, "length": 0.1},
         "Within the most detailed method the input that matters most, for watch, is: length of the line"),
        ({}, {"length": 0.6},
         "Within the most detailed method the input that matters most, for hold, is: length of the line"),
    ],
)  # fmt: skip
def test_the_largest_index_decides_what_matters_most(indexed, aloud, watch, hold, said):
    case = indexed(watch, hold)
    assert aloud(case, sensitivity_indices.finding(case)) == said


def test_the_largest_indices_are_told_role_by_role(indexed, aloud):
    case = indexed({"a": 0.4, "length": 0.3, "c": 0.2, "d": 0.1, "e": 0.05}, {"length": 0.7})
    said = sensitivity_indices.caption(case)
    told = aloud(case, said.alt)
    assert "Watch: sizing.sensitivity.watch.a 40%, length of the line 30% and sizing.sensitivity.watch.c 20%." in told
    assert told.endswith("Hold: length of the line 70%.")
    assert "5 of 6 first-order indices shown" in aloud(case, said.source)
    assert [one.quantity for one in sensitivity_indices.largest(case)] == ["a", "length", "c", "d", "length"]


BETTER = "past missions better than a constant guess"
ERROR, LUCK = "sizing.validation.{}.median_abs_log10_error", "sizing.validation.{}.luck"


@pytest.fixture
def tested(known):
    """The chance that luck alone makes the best rule of each set look so good; constants miss by a factor of 10."""

    def of(line=0.9, population=0.9, every=0.9):
        lucky = {"per_line_km": line, "log_linear_line": 0.9, "per_1000_population": population,
                 "log_linear_population": 0.9, "mandate_and_threat": every}  # fmt: skip
        errors = {"per_line_km": 2.0, "log_linear_line": 3.0, "per_1000_population": 2.0, "log_linear_population": 3.0,
                  "mandate_and_threat": 2.0, "constant_line": 1.0, "constant_population": 1.0,
                  "constant_all": 1.0}  # fmt: skip
        facts = {ERROR.format(name): error for name, error in errors.items()}
        case = known(facts | {LUCK.format(name): chance for name, chance in lucky.items()}, case=CASE)
        because = ("table:missions.csv#M2", "table:missions.csv#M1", "assumption:x")
        for fact in case.facts.values():
            object.__setattr__(fact, "because", because)
        return case

    return of


@pytest.mark.parametrize(
    ("better", "said"),
    [
        ({"line": 0.01, "population": 0.01, "every": 0.01},
         "Past missions follow line length, population and mandate with threat more closely than a constant guess"),
        ({}, f"Neither line length, population nor mandate with threat predicts {BETTER}"),
        ({"every": 0.05}, f"Neither line length nor population predicts {BETTER}; mandate with threat does"),
        ({"line": 0.01, "every": 0.01},
         f"Population does not predict {BETTER}; line length and mandate with threat do"),
    ],
)  # fmt: skip
def test_rules_are_held_against_the_constant_of_their_own_test(tested, aloud, better, said):
    case = tested(**better)
    assert aloud(case, history.finding(case)) == said


def test_what_luck_does_in_more_than_one_case_of_twenty_is_no_better(tested):
    assert history.beats_constant(tested(line=0.05), history.TESTS[0])
    assert not history.beats_constant(tested(line=0.051), history.TESTS[0])


def test_every_typical_miss_is_told(tested, aloud):
    case = tested()
    said = history.caption(case)
    told = aloud(case, said.alt)
    assert (
        "Typical miss over 2 line missions: so many per kilometre of line ×100, regression on line length ×1,000"
        in (told)
    )
    assert told.endswith("regression on mandate and threat ×100 and constant guess ×10. Points shown: 4.")
    assert "peak strengths of 2 line missions, 2 population missions and 2 missions of all kinds" in aloud(
        case, said.source
    )


TOO_SMALL = "beyond 100% (dashed) the army is too small for the brigades it is credited with"


@pytest.fixture
def rotated(known):
    """One rule with the pools given, shares of armies (p50, p95), and the contribution that the case compares."""

    def of(watch=50_000.0, hold=50_000.0, *, compared=None, vocabulary=None, **armies):
        facts = {f"sizing.methods_at_least.{CLAIM}.watch": 1}
        for role, middle in (("watch", watch), ("hold", hold)):
            facts[f"sizing.pool_by_rule.R1.{role}"] = (1.0, middle, 9e9)
            facts |= {f"sizing.{what}.{role}": (1.0, 2000.0, 9e9) for what in ("force", "cycled")}
        facts |= {f"sizing.army_share.{name}": (0.01, *ends) for name, ends in armies.items()}
        facts |= {"sizing.compared_share": (0.1, *compared)} if compared else {}
        numbers = [{"id": "horizon_months", "central": 24.0}, {"id": "compared_contribution", "central": 7500.0}]
        return known(facts, case=CASE if vocabulary is None else CASE | {"vocabulary": vocabulary}, roles=ROLES,
                     sizing_methods=[{"id": "R1", "central": 3.0}, {"id": "R2", "central": 5.0}], assumptions=numbers,
                     contributors=[{"id": name, "country": name.capitalize()} for name in armies])  # fmt: skip

    return of


@pytest.mark.parametrize(
    ("watch", "hold", "said"),
    [
        (50_000.0, 50_000.0, "Rotation included, no role ties up 100,000 soldiers by any published rule"),
        (100_000.0, 200_000.0, "Rotation included, every role can tie up 100,000 soldiers or more"),
        (50_000.0, 200_000.0, "Rotation included, hold can tie up 100,000 soldiers or more"),
    ],
)
def test_pools_decide_which_roles_tie_up_the_size(rotated, aloud, watch, hold, said):
    case = rotated(watch, hold)
    assert aloud(case, rotation.finding(case)) == said


@pytest.mark.parametrize(
    ("armies", "compared", "said"),
    [
        ({}, None, "are not a pool"),
        ({"north": (0.2, 0.4)}, None, "are not a pool. Below: 1 army shares; dashed: the whole army"),
        ({"north": (0.2, 1.4)}, (0.3, 0.5), f"Below: 1 army shares and the Fictional force; {TOO_SMALL}"),
        ({}, (0.3, 0.5), "Below: the Fictional force; dashed: the whole army"),
        (dict.fromkeys("abcdefg", (0.2, 0.4)), None,
         "Below: the 6 largest of 7 army shares; dashed: the whole army"),
    ],
)  # fmt: skip
def test_the_subtitle_says_which_army_shares_are_drawn(rotated, aloud, armies, compared, said):
    case = rotated(compared=compared, **armies)
    assert aloud(case, rotation.subtitle(case)).endswith(said)


def test_armies_most_tied_up_are_told_and_those_beyond_the_whole(rotated, aloud):
    case = rotated(compared=(0.3, 1.2), north=(0.2, 0.4), south=(0.5, 1.1), east=(0.1, 0.2), west=(0.05, 0.1))
    assert aloud(case, rotation.caption(case).alt) == (
        "Troops deployed, and the pool that keeps them there by rules from 3 soldiers for each one deployed. "
        "Watch: 2,000 deployed, a pool of 50,000, 2,000 cycled. Hold: 2,000 deployed, a pool of 50,000, 2,000 cycled. "
        "Armies most tied up: South 50%, North 20% and East 10%. "
        "The range passes the whole army for South and Fictional force of 7,500. "
        "Fictional force of 7,500: 30% of its army."
    )


def test_without_armies_nothing_is_said_of_them(rotated, aloud):
    case = rotated()
    assert aloud(case, rotation.caption(case).alt).endswith("2,000 cycled.")


def test_a_case_that_compares_no_army_leaves_it_out(rotated):
    case = rotated(compared=(0.3, 0.5), vocabulary={}, north=(0.2, 0.4))
    assert list(rotation.armies_most_tied_up(case)) == ["sizing.army_share.north"]
