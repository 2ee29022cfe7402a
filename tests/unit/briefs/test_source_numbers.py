"""The numbers of sources, as short as they can be told."""

import re

from hypothesis import given
from hypothesis import strategies as st

from peacebrief.briefs.citing.source_numbers import runs, source_links

PLACES = {f"key{place}": place for place in range(1, 40)}


def test_neighbours_are_told_as_a_run_and_two_as_two():
    assert runs([9, 1, 2, 4, 3, 12, 11]) == [(1, 4), (9, 9), (11, 11), (12, 12)]


@given(st.sets(st.integers(1, 300)))
def test_runs_hold_the_numbers_and_nothing_else(numbers):
    told = [number for first, last in runs(numbers) for number in range(first, last + 1)]
    assert told == sorted(numbers)


@given(st.sets(st.sampled_from(sorted(PLACES))), st.booleans())
def test_each_number_leads_to_its_source(keys, judged):
    told = source_links(keys, PLACES, "our own", judged=judged)
    links = re.findall(r'<a href="#source-(\w+)">(\d+)</a>', told)
    assert all(PLACES[key] == int(number) and key in keys for key, number in links)
    assert told.endswith("our own") == (judged or not keys)


def test_a_run_is_written_with_a_dash():
    told = source_links(["key1", "key2", "key3", "key7"], PLACES, "our own", judged=False)
    assert re.sub(r"<[^>]*>", "", told) == "1–3, 7"
