"""The mark behind a printed number: one for each group of the register of facts, whatever is printed."""

import string

from hypothesis import given
from hypothesis import strategies as st

from peacebrief.briefs.trail.axes import Axis
from peacebrief.briefs.trail.matrices import matrices
from peacebrief.briefs.trail.row_marks import marks_of_facts
from peacebrief.facts import Fact

AXES = [Axis(name="posture", headings={"calm": "Calm", "tense": "Tense"})]
WORDS = st.text(string.ascii_lowercase, min_size=1, max_size=3)
NAMES = st.builds(
    lambda stage, kind, subject, item: f"{stage}.{kind}.{subject}.{item}",
    st.sampled_from(["sizing", "logistics", "feasibility"]), WORDS, st.sampled_from(["calm", "tense", "other"]), WORDS,
)  # fmt: skip
METHODS = st.sampled_from(["Counted.", "Added.", "Drawn."])


def fact(name, method="Counted."):
    return Fact(
        id=name, label=name, unit="persons", kind="number", method=method, because=("table:a.csv#1",), value=1.0
    )


FACTS = st.dictionaries(NAMES, METHODS, min_size=1, max_size=12).map(
    lambda methods: [fact(name, method) for name, method in methods.items()]
)


def test_marks_count_the_groups_of_each_stage():
    facts = [fact("sizing.force.calm"), fact("sizing.force.tense"), fact("sizing.nodes", "Added."), fact("logistics.x")]
    assert marks_of_facts(facts, AXES) == {
        "sizing.force.calm": "Si1",
        "sizing.force.tense": "Si1",
        "sizing.nodes": "Si2",
        "logistics.x": "Lo1",
    }


@given(FACTS)
def test_every_fact_has_a_mark_and_facts_of_one_mark_share_their_method_and_stage(facts):
    marks = marks_of_facts(facts, AXES)
    assert marks.keys() == {one.id for one in facts}
    for mark in set(marks.values()):
        alike = [one for one in facts if marks[one.id] == mark]
        assert len({one.method for one in alike}) == 1
        assert {one.id[:2].capitalize() for one in alike} == {mark[:2]}


@given(FACTS, st.data())
def test_what_a_brief_prints_changes_no_mark(facts, data):
    names = sorted(one.id for one in facts)
    printed = data.draw(st.sets(st.sampled_from(names), min_size=1))
    told = data.draw(st.sets(st.sampled_from(names)))
    marks = marks_of_facts(facts, AXES)
    shown = matrices(facts, axes=AXES, printed=printed, told=told)
    listed = {name: group.mark for matrix in shown for group in matrix.groups for name in group.facts()}
    assert listed == {name: marks[name] for name in listed}
    assert printed | told <= listed.keys()


@given(FACTS, st.randoms(use_true_random=False))
def test_the_order_of_the_facts_changes_no_mark(facts, random):
    shuffled = list(facts)
    random.shuffle(shuffled)
    assert marks_of_facts(shuffled, AXES) == marks_of_facts(facts, AXES)


@given(FACTS)
def test_the_register_is_in_the_order_of_its_marks(facts):
    listed = [group.mark for matrix in matrices(facts, axes=AXES) for group in matrix.groups]
    assert listed == sorted(listed, key=lambda mark: (mark[:2], int(mark[2:])))
    assert len(set(listed)) == len(listed)
