"""An edition is exchanged whole, and what others laid beside it stays."""

import subprocess

import pytest

from peacebrief.errors import AnalystError
from peacebrief.publishing import edition as module
from peacebrief.publishing.edition import damage, exchanged, restored
from peacebrief.rebuilding.contents import Contents, sha256
from peacebrief.saving import save_json

NAMES = ("summary.pdf", "data/facts.json")


@pytest.fixture
def made(tmp_path):
    """Makes the files of an edition that say `word`."""

    def files(word):
        (tmp_path / "build/data").mkdir(parents=True, exist_ok=True)
        for name in NAMES:
            (tmp_path / "build" / name).write_text(f"{word} {name}")
        return {name: tmp_path / "build" / name for name in NAMES}

    return files


@pytest.fixture
def reports(tmp_path):
    return tmp_path / "reports/island"


def publish(reports, files):
    sums = {name: sha256(file) for name, file in files.items()}
    exchanged(reports, files=files, sums=sums)
    return sums


def holds(reports, word):
    words = {file.read_text().split()[0] for file in reports.rglob("*.*")}
    return words == {word} and [path.name for path in reports.parent.iterdir()] == [reports.name]


@pytest.mark.parametrize("at_once", [True, False], ids=["in one step", "where the system has no such step"])
def test_a_new_edition_takes_the_place_of_the_old_one(reports, made, tool, monkeypatch, at_once):
    if not at_once:
        monkeypatch.setattr(module, "_exchanged_at_once", lambda *_: False)
    for word in ("old", "new"):
        publish(reports, made(word))
        assert holds(reports, word)
    assert subprocess.run([tool("sha256sum"), "--check", "SHA256SUMS"], cwd=reports, check=False).returncode == 0


def test_this_system_exchanges_two_folders_in_one_step(tmp_path):
    one, other = tmp_path / "one", tmp_path / "other"
    one.mkdir()
    other.mkdir()
    (one / "file").write_text("")
    assert module._exchanged_at_once(one, other)
    assert (other / "file").exists()


def test_a_file_that_changes_on_the_way_leaves_the_old_edition(reports, made):
    publish(reports, made("old"))
    files = made("new")
    sums = {name: sha256(file) for name, file in files.items()}
    files["summary.pdf"].write_text("other")
    with pytest.raises(AnalystError, match=r"summary\.pdf changed while it was published"):
        exchanged(reports, files=files, sums=sums)
    assert holds(reports, "old")


def test_a_file_that_is_missing_leaves_the_old_edition(reports, made):
    publish(reports, made("old"))
    files = made("new")
    sums = {name: sha256(file) for name, file in files.items()}
    files["data/facts.json"].unlink()
    with pytest.raises(OSError, match="No such file"):
        exchanged(reports, files=files, sums=sums)
    assert holds(reports, "old")


def test_what_somebody_else_laid_there_stays_and_briefs_of_former_options_go(reports, made):
    publish(reports, made("old") | {"claims.pdf": made("old")["summary.pdf"]})
    (reports / "remarks.txt").write_text("mine")
    (reports / "remarks.txt").chmod(0o755)
    (reports / "option_notes.docx").write_text("mine")
    (reports / "more").symlink_to(reports.parent)
    (reports / "option_former.pdf").write_text("ours")
    publish(reports, made("new"))
    mine = {"remarks.txt", "option_notes.docx", "more"}
    assert {file.name for file in reports.iterdir()} == {"summary.pdf", "data", "SHA256SUMS", *mine}
    assert (reports / "more").is_symlink()
    assert (reports / "remarks.txt").stat().st_mode & 0o777 == 0o755


def test_what_a_killed_run_left_is_cleared_away(reports, made):
    publish(reports, made("old"))
    reports.rename(reports.with_name(".island.old"))
    reports.with_name(".island.new").mkdir()
    restored(reports)
    assert holds(reports, "old")


@pytest.mark.parametrize("name", [*NAMES, "SHA256SUMS"])
@pytest.mark.parametrize("spoil", ["truncate", "delete"])
def test_every_damage_is_seen(reports, made, name, spoil, tmp_path):
    save_json(tmp_path / "published.json", {"files": publish(reports, made("old"))})
    assert damage(reports, tmp_path / "published.json", Contents()) == []
    (reports / name).unlink() if spoil == "delete" else (reports / name).write_text("")
    assert damage(reports, tmp_path / "published.json", Contents()) == [str(reports / name)]


@pytest.mark.parametrize("record", ["", "[]", '{"files": 1}'])
def test_without_a_record_nothing_is_said_of_damage(reports, tmp_path, record):
    assert damage(reports, tmp_path / "missing.json", Contents()) == []
    (tmp_path / "published.json").write_text(record)
    assert damage(reports, tmp_path / "published.json", Contents()) == []
