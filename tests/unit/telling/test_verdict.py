"""What is said of verdicts and gates follows from chances and thresholds, branch by branch."""

import pytest

from peacebrief.telling.answers import verdict
from peacebrief.telling.saying.said import Pointer

GATES = [{"id": "law", "in_sentence": "a mandate", "kind": "judged"},
         {"id": "troops", "in_sentence": "enough soldiers", "kind": "generation"}]  # fmt: skip
OPTION = {"id": "watch", "in_sentence": "a watch", "short_label": "Watch", "support_level": "alone"}
CASE = {
    "feasibility": {"thresholds": {"feasible": 0.75, "conditional": 0.4, "not_feasible": 0.2, "joint": 0.5}},
    "vocabulary": {"condition": "a truce", "patron": {"adjective": "League"}},
    "support_levels": {"alone": {"phrase": "alone"}, "helped": {"phrase": "with help"}},
}
LIMITS = {"feasibility.threshold.feasible": 0.75, "feasibility.threshold.conditional": 0.4,
          "feasibility.threshold.not_feasible": 0.2, "feasibility.threshold.joint": 0.5}  # fmt: skip


@pytest.fixture
def judged(known):
    """A case of one option, or of options by their name: chances at the two gates and a verdict."""

    def of(law=0.9, troops=0.9, ruling="feasible", *, grade="medium", more=None, gates=None, first=0.0, **others):
        facts, options = dict(LIMITS), []
        for name, (own, found, ruled) in {"watch": (law, troops, ruling), **others}.items():
            options.append({**OPTION, "id": name, "in_sentence": f"a {name}", "short_label": name.capitalize()})
            facts[f"feasibility.confidence.{name}"] = grade
            for level in CASE["support_levels"]:
                at = f"{name}.{level}"
                facts |= {f"feasibility.gate.law.{at}": own, f"feasibility.gate.troops.{at}": found}
                facts |= {f"feasibility.verdict.{at}": ruled, f"feasibility.joint.{at}": min(own, found)}
        results = [{"option": "watch", "support_level": "alone", "gate": "troops", "first_failure": first}]
        return known(facts | (more or {}), case=CASE, gates=gates or GATES, options=options, gate_results=results)

    return of


WEAK = "the weakest gate, {}, is passed with a chance of {}"
BUILD_ON = ". That is too high to rule the option out{} and too low to build on"
JUST = " (but only just: small changes would turn the verdict)"
WOULD = "every gate has a chance of at least 40%, {} would bring each to 75% and all together to 50%"


@pytest.mark.parametrize(
    ("chances", "ruling", "said"),
    [
        ((0.9, 0.75), "feasible", "every gate has a chance of at least 75%, and all together of at least 50%"),
        ((0.19, 0.9), "not feasible", WEAK.format("a mandate", "19%, below 20%")),
        ((0.9, 0.24), "indeterminate", WEAK.format("enough soldiers", "24%") + BUILD_ON.format(JUST)),
        ((0.25, 0.9), "indeterminate", WEAK.format("a mandate", "25%") + BUILD_ON.format("")),
        ((0.4, 0.9), "conditional", WOULD.format("and named conditions")),
        ((0.4, 0.9), "indeterminate", WOULD.format("but no conditions looked at")),
    ],
)
def test_the_weakest_gate_beside_the_thresholds_decides(judged, aloud, chances, ruling, said):
    case = judged(*chances, ruling)
    assert aloud(case, verdict.what_decides(case, "watch")) == said


@pytest.mark.parametrize(("joint", "ruling", "said"), [
    (0.494, "indeterminate", "every gate has a chance of at least 75%, but all together have only 49%, below 50%"),
    (0.495, "feasible", "every gate has a chance of at least 75%, and all together of at least 50%"),
    (0.494, "conditional", WOULD.format("and named conditions")),
])  # fmt: skip
def test_gates_that_all_pass_are_asked_for_all_together(judged, aloud, joint, ruling, said):
    case = judged(ruling=ruling, more={"feasibility.joint.watch.alone": joint})
    assert aloud(case, verdict.what_decides(case, "watch")) == said


def test_a_chance_is_judged_as_it_is_printed(judged, phrases):
    case = judged(0.9, 0.745)  # printed as 75%
    assert phrases(verdict.what_decides(case, "watch")) == ["verdict.every_gate_open"]


def test_the_verdict_alone_says_what_decides_it(judged, aloud):
    case = judged()
    said = aloud(case, verdict.alone(case, "watch"))
    assert said.startswith("The verdict on a watch alone is <strong>feasible</strong>. Every gate has a chance of")


def test_all_gates_are_told_with_number_and_word(judged, aloud):
    case = judged(0.1)
    assert aloud(case, verdict.all_gates(case, "watch")).endswith("is 10% (highly unlikely).")


def test_options_of_one_verdict_share_a_sentence(judged, aloud):
    alike = judged(ruling="feasible", patrol=(0.9, 0.9, "feasible"), wall=(0.3, 0.3, "indeterminate"))
    said = aloud(alike, verdict.in_short(alike, short=True))
    assert said.endswith("a watch and a patrol are feasible. The verdict on a wall is indeterminate.")
    single = judged(ruling="conditional")
    said = aloud(single, verdict.in_short(single))
    assert "a watch is conditional." in said
    assert said.endswith("it is planned with.")


def test_likelihoods_are_grouped_by_their_word(judged, aloud):
    case = judged(0.03, patrol=(0.02, 0.9, "x"), wall=(0.6, 0.9, "y"))
    said = aloud(case, verdict.likelihood(case))
    assert said.endswith("is a remote chance for a watch (3%) and a patrol (2%). It is likely for a wall (60%).")


@pytest.mark.parametrize(
    ("troops", "grade", "gates", "last"),
    [
        (0.09, "medium", GATES, "verdict.ruled_out_widely"),
        (0.09, "low", GATES, "asked.gates"),
        (0.3, "medium", GATES, "asked.gates"),
        (0.3, "medium", GATES[1:], "verdict.all_calculated"),
    ],
)
def test_confidence_in_one_verdict_says_why(judged, phrases, troops, grade, gates, last):  # noqa: PLR0917
    case = judged(0.9, troops, grade=grade, gates=gates)
    assert phrases(verdict.confidence_in_one(case, "watch"))[-1] == last


@pytest.mark.parametrize(("law", "weakest"), [(0.1, False), (0.9, True)])
def test_a_weakest_gate_that_is_calculated_is_said_to_be(judged, phrases, law, weakest):
    case = judged(law, 0.5)
    assert ("verdict.weakest_is_calculated" in phrases(verdict.confidence_in_one(case, "watch"))) is weakest


def test_confidence_in_all_verdicts_is_told_alike_or_apart(judged, aloud):
    alike = judged(patrol=(0.9, 0.9, "feasible"))
    assert (
        aloud(alike, verdict.confidence(alike, short=True)) == "Confidence in the verdicts is medium for every option."
    )
    apart = judged(patrol=(0.9, 0.9, "feasible"), more={"feasibility.confidence.patrol": "low"})
    said = aloud(apart, verdict.confidence(apart))
    assert said.startswith(
        "Confidence in the verdicts is medium for a watch, and low for a patrol. The chances of a mandate"
    )


@pytest.mark.parametrize(
    ("gates", "told"),
    [
        (GATES, ["asked.gates", "verdict.calculated"]),
        (GATES[:1], ["asked.gates"]),
        (GATES[1:], ["verdict.calculated"]),
    ],
)
def test_what_is_judged_and_what_calculated(judged, phrases, gates, told):
    assert phrases(verdict.what_is_judged(judged(gates=gates))) == told


def test_the_gate_that_fails_first_is_named_where_one_fails(judged, aloud):
    failing = judged(first=0.3)
    assert aloud(failing, verdict.first_failing(failing, "watch")).endswith("fails first is enough soldiers.")
    assert verdict.first_failing(judged(), "watch") == ""


def test_support_changes_the_verdict_or_not(judged, aloud):
    stays = judged()
    assert aloud(stays, verdict.support_difference(stays, "watch")).endswith("The verdict stays feasible.")
    changes = judged(more={"feasibility.verdict.watch.alone": "conditional", "feasibility.joint.watch.alone": 0.2})
    said = aloud(changes, verdict.support_difference(changes, "watch"))
    assert said.startswith("For a watch the chance that every gate is passed is 20% alone and 90% with help.")
    assert said.endswith("The verdict changes from conditional to feasible.")


def test_the_option_that_support_changes_most(judged):
    assert (
        verdict.most_changed(judged(patrol=(0.9, 0.9, "x"), more={"feasibility.joint.patrol.alone": 0.2})) == "patrol"
    )


def test_options_that_differ_only_by_support_are_named(judged, aloud):
    case = judged(patrol=(0.9, 0.9, "feasible"))
    assert aloud(case, verdict.same_verdicts(case)) == ""
    apart = {"feasibility.verdict.watch.alone": "conditional", "feasibility.verdict.patrol.alone": "conditional"}
    case = judged(patrol=(0.9, 0.9, "feasible"), more=apart)
    case.options[1]["support_level"] = "helped"
    assert aloud(case, verdict.same_verdicts(case)).startswith("A watch and a patrol: the verdicts differ only")


def test_gates_that_rule_an_option_out_are_named(judged, aloud):
    case = judged(0.1, 0.12, patrol=(0.3, 0.1, "x"))
    said = aloud(case, verdict.what_blocks(case))
    assert said.endswith("Watch: a mandate (10%) and enough soldiers (12%); Patrol: enough soldiers (10%).")
    assert aloud(judged(), verdict.what_blocks(judged())) == "No gate has a chance below 20%."


def test_a_gate_that_no_draw_fails_is_one_sentence_and_others_are_none(judged, aloud):
    sure = judged(law=1.0, troops=0.9)
    assert aloud(sure, verdict.always_passed(sure, "watch")) == (
        "No draw fails at a mandate; the table leaves out what never fails."
    )
    assert verdict.always_passed(judged(law=0.9999), "watch") == ""
    other = judged(law=1.0, wall=(0.5, 0.9, "feasible"))
    assert verdict.always_passed(other, "watch") != ""
    assert verdict.always_passed(other) == ""


MARKS = {"feasibility.threshold.feasible": 0.7, "feasibility.threshold.conditional": 0.3,
         "feasibility.threshold.not_feasible": 0.1, "feasibility.threshold.joint": 0.6}  # fmt: skip


def test_the_rule_is_told_with_its_marks_in_the_brief_and_in_the_annex(known, aloud, phrases):
    case = known(MARKS)
    told = aloud(case, verdict.rule(case))
    for mark in (
        "a chance of at least 70% and all together at least 60%;",
        "any gate has less than 10%;",
        "every one has at least 30%",
    ):
        assert mark in told
    said = verdict.rule_of_gates(case)
    assert phrases(said) == ["verdict.rule_of_gates"]
    assert said.slots == {**verdict.MARKS, "matrix": Pointer("figure", "gate_matrix")}
