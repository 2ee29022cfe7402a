"""What is said of sizes names every role, the methods that ask for the size in question, and why no chance is given."""

import pytest

from peacebrief.telling.answers import sizes

CASE = {
    "force_sizes": [9000],
    "roles": {
        "watching": {"label": "Watching", "purpose": "watch the line"},
        "holding": {"label": "Holding", "purpose": "hold the line"},
    },
}
FORCES = {"sizing.force.watching": (100.0, 200.0, 900.0), "sizing.force.holding": (3000.0, 5000.0, 8000.0)}
CONFIDENCE = "Confidence in the sizes is"


@pytest.fixture
def sized(known):
    """A case of two roles with four methods, of which two fit the first role and ask for less than what is in question.

    Grades by role and how many rules beat a constant guess may be given.
    """

    def of(watching="low", holding="low", beating=1.0, more=None):
        facts = {
            **FORCES,
            "evidence.force_size.9000": 9000.0,
            "sizing.confidence.watching": watching,
            "sizing.confidence.holding": holding,
            "sizing.methods_fitting.watching": 2.0,
            "sizing.methods_fitting.holding": 3.0,
            "sizing.methods_at_least.9000.watching": 0.0,
            "sizing.methods_at_least.9000.holding": 1.0,
            "sizing.answers_fitting": 5.0,
            "sizing.answers_scored": 2.0,
            "sizing.answers_with_skill": 0.0,
            "sizing.agreement.watching": 32.0,
            "sizing.agreement.holding": 5.7,
            "sizing.rules_tested": 5.0,
            "sizing.rules_that_beat_the_constant": beating,
        }
        return known(facts | (more or {}), case=CASE)

    return of


def test_every_role_has_a_sentence_and_ranges_are_explained(sized, aloud):
    case = sized()
    assert aloud(case, sizes.by_role(case)) == (
        "To watch the line would take 100 to 900 people, by the method. To hold the line would take 3,000 to 8,000 "
        "people, by the method. Each range runs from the lowest to the highest method that fits the task; "
        "nothing says which is right."
    )


def test_every_role_is_an_item_of_a_list(sized, aloud):
    case = sized()
    told = [aloud(case, item) for item in sizes.listed(case)]
    assert told == ["to watch the line: 100 to 900", "to hold the line: 3,000 to 8,000"]


def test_a_role_that_one_method_alone_fits_is_told_as_that(sized, aloud):
    case = sized(more={"sizing.force.holding": (5000.0, 5000.0, 5000.0), "sizing.methods_fitting.holding": 1.0})
    assert aloud(case, sizes.listed(case)[1]) == "to hold the line: 5,000, by one method"
    assert "To hold the line would take 5,000 people, by the one method that fits." in aloud(case, sizes.by_role(case))


def test_roles_are_ordered_by_what_they_would_take(sized):
    assert sizes.by_size(sized()) == ["watching", "holding"]
    assert sizes.by_size(sized(more={"sizing.force.watching": (1.0, 6000.0, 7000.0)})) == ["holding", "watching"]


NO_CHANCE = (
    "Past missions of the same kind can score 2 of the 5 answers, and none of these beats a constant guess; so no "
    "chance is given."
)


@pytest.mark.parametrize(("watching", "holding", "told"), [
    (0.0, 0.0, "No method that fits a task asks for 9,000 or more."),
    (0.0, 1.0,
     "Of the methods that fit, these ask for 9,000 or more: 1 of 3 for holding; for the other tasks none does."),
    (2.0, 1.0, "Of the methods that fit, these ask for 9,000 or more: 2 of 2 for watching and 1 of 3 for holding."),
])  # fmt: skip
def test_methods_that_ask_for_the_size_in_question_are_counted_by_role(sized, aloud, watching, holding, told):
    asking = {"watching": watching, "holding": holding}
    case = sized(more={f"sizing.methods_at_least.9000.{role}": count for role, count in asking.items()})
    assert aloud(case, sizes.likelihood(case)) == f"{told} {NO_CHANCE}"


@pytest.mark.parametrize(("holding", "told"), [
    (1.0, "Methods that ask for 9,000 or more: 1 of 3 for holding."),
    (0.0, "No method that fits a task asks for 9,000 or more."),
])  # fmt: skip
def test_in_short_only_those_are_told_that_ask_for_the_size(sized, aloud, holding, told):
    case = sized(more={"sizing.methods_at_least.9000.holding": holding})
    short = aloud(case, sizes.likelihood_in_short(case))
    assert short == f"{told} None has shown skill, so no chance is given."
    able = sized(more={"sizing.probability_at_least.9000.watching": 0.02})
    assert aloud(able, sizes.likelihood_in_short(able)) == aloud(able, sizes.likelihood(able))


def test_no_chance_is_given_where_no_method_could_be_scored(sized, aloud):
    case = sized(more={"sizing.answers_scored": 0.0})
    assert aloud(case, sizes.chance_of_it(case)) == (
        "No method here could be scored on past missions of its kind, so no chance is given."
    )


def test_a_chance_is_told_where_a_method_has_shown_skill_and_for_the_others_why_not(sized, aloud):
    one = {"sizing.probability_at_least.9000.watching": 0.02}
    case, both = sized(more=one), sized(more=one | {"sizing.probability_at_least.9000.holding": 0.03})
    lead = (
        "That 9,000 or more would be needed, by the methods that have predicted past missions of the kind, is a remote"
    )
    assert aloud(case, sizes.chance_of_it(case)) == (
        f"{lead} chance for watching (2%). For holding no method has predicted past missions of its kind better than a "
        "constant guess, so no chance is given."
    )
    assert aloud(both, sizes.chance_of_it(both)) == f"{lead} chance for watching (2%) and holding (3%)."


@pytest.mark.parametrize(
    ("holding", "told"),
    [("low", f"{CONFIDENCE} low for every role."), ("high", f"{CONFIDENCE} low for watching, and high for holding.")],
)
def test_confidence_in_sizes_is_told_alike_or_apart(sized, aloud, holding, told):
    case = sized(holding=holding)
    assert aloud(case, sizes.grades(case)) == told


def test_confidence_says_by_how_much_methods_differ_and_history_only_at_length(sized, aloud):
    case = sized()
    short = aloud(case, sizes.confidence(case, short=True))
    assert short.endswith(
        "The middle results of the methods differ by a factor of 32 for watching and 5.7 for holding."
    )
    assert aloud(case, sizes.confidence(case)) == f"{short} {aloud(case, sizes.skill(case))}"


WITHIN = "Among missions of one kind no method that fits does. "


@pytest.mark.parametrize(
    ("beating", "told"),
    [
        (0.0, "none beats a constant guess. "),
        (1.0, f"1 beats a constant guess. {WITHIN}"),
        (2.0, f"2 beat a constant guess. {WITHIN}"),
    ],
)
def test_as_many_rules_beat_a_guess_as_do(sized, aloud, beating, told):
    case = sized(beating=beating)
    assert aloud(case, sizes.skill(case)) == (
        f"Of the 5 rules that history can test, {told}The count by tasks cannot be tested."
    )


def test_skill_within_a_kind_of_missions_is_told_where_there_is_some(sized, aloud):
    case = sized(more={"sizing.answers_with_skill": 1.0})
    assert "Among missions of one kind some method that fits does too." in aloud(case, sizes.skill(case))


def test_rotation_names_the_smallest_and_the_largest_pool_of_its_role(sized, aloud):
    pools = {"ROT1.holding": 15000.0, "ROT2.holding": 12000.0, "ROT3.holding": 25000.0, "ROT4.watching": 1.0}
    ranges = {f"sizing.pool_by_rule.{name}": (middle / 2, middle, middle * 2) for name, middle in pools.items()}
    case = sized(more=ranges)
    assert aloud(case, sizes.rotation(case, "holding")) == (
        "By the published rules, keeping 5,000 people in place for holding would tie up 12,000 to 25,000 soldiers "
        "at any one time, those deployed included."
    )


def test_each_option_stands_beside_what_its_task_would_take(known, aloud):
    options = [{"id": "watch", "in_sentence": "a watch", "role": "watching"}]
    case = known(FORCES | {"generation.size.watch": 150.0}, case=CASE, options=options)
    assert aloud(case, sizes.beside_options(case)) == (
        "Options are judged at their published sizes, not at what their tasks would take by the methods. "
        "A watch is judged at 150; watching would take 100 to 900."
    )


def test_the_glossary_names_the_roles_of_the_case(sized, aloud):
    case = sized()
    assert aloud(case, sizes.what_roles_are(case)) == "What a force is for: watching or holding."
