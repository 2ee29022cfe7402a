"""Files are written whole or not at all."""

import pytest

from peacebrief.errors import AnalystError
from peacebrief.saving import read_json, save_json, save_text, saved


def test_a_failing_block_leaves_the_files_as_they_were(tmp_path):
    one, two = tmp_path / "one.txt", tmp_path / "two.txt"
    one.write_text("old")

    def write():
        with saved(one, two) as (temporary, _):
            temporary.write_text("new")
            raise RuntimeError

    with pytest.raises(RuntimeError):
        write()
    assert one.read_text() == "old"
    assert [file.name for file in tmp_path.iterdir()] == ["one.txt"]


def test_several_files_move_into_place_together(tmp_path):
    one, two = tmp_path / "one.txt", tmp_path / "deeper/two.txt"
    with saved(one, two) as temporary:
        for file in temporary:
            file.write_text("new")
        assert not one.exists()
    assert (one.read_text(), two.read_text()) == ("new", "new")


def test_lines_end_the_same_on_every_system(tmp_path):
    save_text(tmp_path / "text", "one\ntwo\n")
    assert (tmp_path / "text").read_bytes() == b"one\ntwo\n"


def test_json_comes_back_as_it_went(tmp_path):
    document = {"words": "Ænd – ’", "numbers": [0.1, 3], "nothing": None}
    save_json(tmp_path / "document.json", document)
    assert read_json(tmp_path / "document.json") == document


def test_a_number_that_json_cannot_hold_is_refused(tmp_path):
    with pytest.raises(ValueError, match="not JSON compliant"):
        save_json(tmp_path / "document.json", {"value": float("nan")})


def test_json_that_was_damaged_on_the_way_is_named(tmp_path):
    save_json(tmp_path / "document.json", {"one": 1})
    (tmp_path / "document.json").write_text('{"one":')
    with pytest.raises(AnalystError, match=r"document\.json was damaged after it had been written; run it again"):
        read_json(tmp_path / "document.json")
