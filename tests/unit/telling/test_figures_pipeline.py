"""What the figure on the way from inputs to verdict says follows from what is counted."""

import pytest

from peacebrief.telling.figures import pipeline

CASE = {"draws": 4096, "edition": "2030-02", "evidence_cutoff": "2030-01-15"}
NOT = "not feasible on current evidence"


def proposal(role_class):
    return {"role_class": role_class, "force_central": 1.0, "force_low": None, "force_high": None}


@pytest.fixture
def counted(known):
    """So many facts by step, options by their verdicts, and tables; one assumption, two sources, one gate."""

    def of(verdicts=("feasible",), *, sizing=1, generation=1, logistics=1, others=0, **tables):
        facts = {f"feasibility.verdict.option{n}.alone": verdict for n, verdict in enumerate(verdicts)}
        for step, number in {
            "sizing": sizing,
            "generation": generation,
            "logistics": logistics,
            "notes": others,
        }.items():
            facts |= {f"{step}.{n}": 7 for n in range(number)}
        options = [{"id": f"option{n}", "short_label": f"Option {n}", "support_level": "alone"}
                   for n, _ in enumerate(verdicts)]  # fmt: skip
        given = {"assumptions": [{}], "sources": [{}, {}], "gate_results": [{"gate": "law"}], **tables}
        return known(facts, case=CASE, options=options, **given)

    return of


@pytest.mark.parametrize(
    ("facts", "said"),
    [
        ({"sizing": 5}, "From 1 assumption and 2 sources to 8 facts; of the steps, sizing gives most (5)"),
        ({"sizing": 5, "logistics": 5},
         "From 1 assumption and 2 sources to 12 facts; of the steps, sizing and logistics give most (5 each)"),
        ({"sizing": 0, "generation": 0, "logistics": 0},
         "From 1 assumption and 2 sources to 1 fact; of the steps, feasibility gives most (1)"),
    ],
)  # fmt: skip
def test_the_step_that_gives_most_is_told(counted, aloud, facts, said):
    case = counted(**facts)
    assert aloud(case, pipeline.finding(case)) == said


def test_the_way_is_told_with_every_number(counted, aloud):
    case = counted((NOT, "feasible", NOT), others=2, missions=[{}] * 3)
    assert aloud(case, pipeline.caption(case).alt) == (
        "Diagram of the model from inputs to briefs. "
        "Inputs: 1 assumption, 2 sources, 3 options and 3 past missions. "
        "4,096 draws carry their uncertainty through every step. "
        "The steps give: sizing (how many troops) 1 fact, generation (who sends them) 1 fact, "
        "logistics (what they need) 1 fact and feasibility (would it work) 3 facts; "
        "2 facts restate inputs or check claims. "
        "Generation and logistics feed feasibility, which tests 3 options on 1 gate; as planned, 2 not feasible and "
        "1 feasible. All 8 facts go into the briefs."
    )


def test_what_is_used_is_told_where_it_is_less(counted, aloud):
    proposals = [proposal("light"), proposal("other")]
    risks = [{"risk": "R1", "in_gate": 0}, {"risk": "R1", "in_gate": 0}, {"risk": "R2", "in_gate": 1}]
    case = counted(proposals=proposals, polls=[{}] * 5, net_support=[{"polls": 2}, {"polls": 1}], risks=[{}, {}],
                   risk_results=risks)  # fmt: skip
    told = [aloud(case, words) for words in pipeline.inputs(case)]
    assert told[3:] == ["1 of 2 proposals", "3 of 5 polls", "1 of 2 risks"]
    every = counted(proposals=proposals[:1], polls=[{}], net_support=[{"polls": 1}])
    assert pipeline.used_of(every) == {}


def test_boxes_say_what_is_asked_and_given(counted, aloud):
    case = counted((NOT,), others=3)
    boxes = {step: [aloud(case, words) for words in lines] for step, lines in pipeline.lines(case).items()}
    assert boxes["sizing"] == ["how many troops", "1 fact"]
    assert boxes["feasibility"] == ["would it work:", "1 gate", "as planned:", "1 not feasible", "1 fact"]
    assert boxes["uncertainty"][0] == "4,096 draws"
    assert boxes["facts"] == ["7 facts", "each with formula and sources; of these 3 restate inputs or check claims"]
    assert [aloud(case, pipeline.step_name(step)) for step in boxes] == list(boxes)
