"""A file is known by what it holds, and read again whenever it may hold something else."""

import hashlib
import os
import subprocess
import time

import pytest

from peacebrief.rebuilding import contents as module
from peacebrief.rebuilding.contents import Contents


@pytest.fixture
def memory(tmp_path):
    return tmp_path / "state/contents.json"


@pytest.fixture
def file(tmp_path):
    """A file that has not changed for longer than any clock of a file system is coarse."""
    path = tmp_path / "file"
    path.write_text("first")
    return path


@pytest.fixture
def settled(monkeypatch):
    """Every file counts as one that has not changed for a while, so that what was read of it is remembered."""
    monkeypatch.setattr(module, "COARSEST_TICK_NS", -(10**18))


def sha256(text):
    return hashlib.sha256(text.encode()).hexdigest()


def next_run(memory, contents):
    contents.save()
    return Contents(memory)


def test_the_digest_is_the_one_that_others_compute(memory, file, tool):
    told = subprocess.run([tool("sha256sum"), file], text=True, capture_output=True, check=True).stdout
    assert Contents(memory).of(file) == told.split()[0]


def test_what_has_not_changed_is_not_read_again(memory, file, settled, monkeypatch):
    first = Contents(memory)
    digest = first.of(file)
    monkeypatch.setattr(module, "sha256", lambda _: pytest.fail("it was read again"))
    assert next_run(memory, first).of(file) == digest


@pytest.mark.parametrize("keep_date", [False, True])
def test_other_words_of_the_same_length_and_date_are_noticed(memory, file, settled, keep_date):
    first = Contents(memory)
    assert first.of(file) == sha256("first")
    dates = file.stat()
    time.sleep(0.05)
    file.write_text("other")
    if keep_date:
        os.utime(file, ns=(dates.st_atime_ns, dates.st_mtime_ns))
    assert next_run(memory, first).of(file) == sha256("other")


def test_another_file_moved_into_its_place_with_its_date_is_noticed(memory, file, settled, tmp_path):
    first = Contents(memory)
    first.of(file)
    dates, other = file.stat(), tmp_path / "other"
    other.write_text("other")
    os.utime(other, ns=(dates.st_atime_ns, dates.st_mtime_ns))
    other.replace(file)
    assert next_run(memory, first).of(file) == sha256("other")


def test_a_file_that_has_just_changed_is_read_again_in_the_next_run(memory, file, monkeypatch):
    first = Contents(memory)
    first.of(file)
    read = []
    monkeypatch.setattr(module, "sha256", lambda name: read.append(name) or "digest")
    next_run(memory, first).of(file)
    assert read == [str(file)]


def test_after_planning_every_change_is_seen_at_once(memory, file):
    contents = Contents(memory)
    before = contents.of(file)
    file.write_text("other")
    assert contents.of(file) == before
    contents.planned()
    assert contents.of(file) == sha256("other")


def test_what_is_no_file_has_no_digest(memory, tmp_path):
    os.mkfifo(tmp_path / "pipe")
    assert [Contents(memory).of(name) for name in (tmp_path / "missing", tmp_path / "pipe", "/dev/zero")] == [""] * 3


def test_a_folder_is_what_is_in_it(memory, tmp_path):
    folder = tmp_path / "folder"
    (folder / "deep").mkdir(parents=True)
    (folder / "deep/one").write_text("1")
    digests = [Contents().of(folder)]
    (folder / "deep/two").write_text("")
    digests.append(Contents().of(folder))
    (folder / "deep/two").rename(folder / "two")
    digests.append(Contents().of(folder))
    (folder / "two").unlink()
    assert len(set(digests)) == 3
    assert Contents().of(folder) == digests[0]


def test_a_value_is_made_again_when_a_file_it_is_made_of_changes_comes_or_goes(memory, file, tmp_path):
    made = []

    def value(contents, *files):
        return contents.remembered("sum", of=map(str, files), make=lambda: made.append(0) or len(made))

    other = tmp_path / "other"
    contents = Contents(memory)
    assert value(contents, file, other) == 1
    contents = next_run(memory, contents)
    assert value(contents, file, other) == 1
    other.write_text("")
    contents = next_run(memory, contents)
    assert value(contents, file, other) == 2
    assert value(contents, file) == 3
    file.write_text("other")
    contents = next_run(memory, contents)
    assert value(contents, file) == 4


def test_a_value_made_while_its_file_changed_is_not_kept(memory, file):
    contents = Contents(memory)
    assert contents.remembered("word", of=[str(file)], make=lambda: file.write_text("other") and "wrong") == "wrong"
    file.write_text("first")
    assert next_run(memory, contents).remembered("word", of=[str(file)], make=lambda: "right") == "right"


@pytest.mark.parametrize("spoilt", ["", "{", "[]", '{"files": 3}', '{"files": {"a": 1}, "values": {}}', "\0"])
def test_a_spoilt_memory_costs_time_only(memory, file, spoilt):
    memory.parent.mkdir()
    memory.write_text(spoilt)
    assert Contents(memory).of(file) == sha256("first")
