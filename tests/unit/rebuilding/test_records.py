"""Only what a job on record has made, and as it made it, is trusted."""

import pytest

from peacebrief.rebuilding.contents import Contents
from peacebrief.rebuilding.recipes import edited, recipe
from peacebrief.rebuilding.records import Records, altered

RECIPE = "build/made_of/mill-0123456789ab.txt"


@pytest.fixture
def here(tmp_path, monkeypatch):
    """A folder in which grain was milled, and flour baked."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "build/made_of").mkdir(parents=True)
    for name, text in {RECIPE: "a mill", "build/flour": "white", "build/bread": "brown"}.items():
        (tmp_path / name).write_text(text)
    records = read(tmp_path)
    records.add(inputs=[RECIPE], outputs=["build/flour"])
    records.add(inputs=["build/flour"], outputs=["build/bread"])
    return tmp_path


def read(folder):
    return Records(folder / "records.jsonl", Contents())


def untrusted(folder, current=(RECIPE,)):
    return read(folder).untrusted(["build/flour", "build/bread"], current=current)


def test_what_is_as_it_was_made_is_trusted(here):
    assert untrusted(here) == set()


@pytest.mark.parametrize("spoil", ["truncate", "alter", "delete"])
def test_a_spoilt_file_and_what_was_made_of_it_are_not_trusted(here, spoil):
    flour = here / "build/flour"
    flour.unlink() if spoil == "delete" else flour.write_text({"truncate": "", "alter": "black"}[spoil])
    assert untrusted(here) == {"build/flour", "build/bread"}


def test_a_spoilt_product_says_nothing_about_what_it_is_made_of(here):
    (here / "build/bread").write_text("")
    assert untrusted(here) == {"build/bread"}


def test_what_is_made_by_another_recipe_is_not_trusted(here):
    assert untrusted(here, current=["build/made_of/mill-ba9876543210.txt"]) == {"build/flour"}


def test_what_no_job_on_record_made_is_not_trusted(here):
    found = read(here).untrusted(["build/flour", "build/cake"], current=[RECIPE])
    assert found == {"build/cake"}


def test_a_file_in_a_folder_on_record_is_trusted_with_the_folder(here):
    (here / "build/box").mkdir()
    (here / "build/box/one").write_text("1")
    records = read(here)
    records.add(inputs=[], outputs=["build/box"])
    assert records.untrusted(["build/box/one"], current=[RECIPE]) == set()
    (here / "build/box/one").write_text("2")
    assert "build/box" in read(here).untrusted([], current=[RECIPE])


def test_the_last_record_of_a_job_counts(here):
    (here / "build/flour").write_text("black")
    records = read(here)
    records.add(inputs=[RECIPE], outputs=["build/flour"])
    assert untrusted(here) == {"build/bread"}
    records.tidy()
    assert untrusted(here) == {"build/bread"}
    assert len((here / "records.jsonl").read_text().splitlines()) == 2


@pytest.mark.parametrize("left", ['{"inputs": {}, "outp', "\0\0", "[]", '{"inputs": 1, "outputs": 2}'])
def test_a_record_that_was_not_written_whole_is_none(here, left):
    lines = (here / "records.jsonl").read_text().splitlines()
    (here / "records.jsonl").write_text(f"{lines[0]}\n{left}")
    assert untrusted(here) == {"build/bread"}


def test_a_job_that_makes_other_files_than_before_takes_the_place_of_its_former_record(here):
    (here / "build/bran").write_text("coarse")
    records = read(here)
    records.add(inputs=[RECIPE], outputs=["build/bran", "build/flour"])
    assert untrusted(here) == set()
    (here / "build/bran").unlink()
    (here / "build/flour").write_text("fine")
    records = read(here)
    records.add(inputs=[RECIPE], outputs=["build/flour"])
    assert untrusted(here) == {"build/bread"}


def test_a_job_that_read_what_was_altered_is_not_put_on_record(here):
    (here / "build/flour").write_text("black")
    records = read(here)
    records.add(inputs=["build/flour"], outputs=["build/bread"])
    (here / "build/flour").write_text("white")
    (here / "build/bread").write_text("made of black flour")
    assert untrusted(here) == {"build/bread"}


def test_without_records_nothing_is_trusted(here):
    (here / "records.jsonl").unlink()
    assert untrusted(here) == {"build/flour", "build/bread"}


def test_what_was_altered_on_the_way_is_named(here):
    names = [here / "build/flour", here / "build/bread"]
    (here / "build/bread").write_text("")
    relative = [name.relative_to(here) for name in names]
    assert altered(relative, records=here / "records.jsonl") == ["build/bread"]


def test_a_recipe_is_named_after_what_its_files_hold(here):
    def named():
        return recipe("mill", ["build/flour"], folder=here / "made_of", contents=Contents())

    first = named()
    assert named() == first
    (here / "build/flour").write_text("black")
    assert named() != first
    (here / "build/flour").write_text("white")
    assert named() == first


def test_a_spoilt_recipe_is_written_anew(here):
    path = recipe("mill", ["build/flour"], folder=here / "made_of", contents=Contents())
    text = (here / path).read_text()
    (here / path).write_text("")
    recipe("mill", ["build/flour"], folder=here / "made_of", contents=Contents())
    assert (here / path).read_text() == text


def test_what_was_edited_since_a_recipe_was_written_is_named(here):
    path = here / recipe("mill", ["build/flour", "build/bread"], folder=here / "made_of", contents=Contents())
    assert edited([path]) == []
    (here / "build/bread").unlink()
    assert edited([path]) == ["build/bread"]
