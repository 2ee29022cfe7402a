"""Checksums of an edition."""

import hashlib
import subprocess

from peacebrief.publishing.contents import listed, sha256sums


def sums_of(*names):
    return {name: hashlib.sha256(name.encode()).hexdigest() for name in names}


def test_the_usual_tool_accepts_the_list(tmp_path, tool):
    (tmp_path / "data").mkdir()
    sums = sums_of("summary.html", "data/facts.json")
    for name in sums:
        (tmp_path / name).write_text(name)
    (tmp_path / "SHA256SUMS").write_text(sha256sums(sums))
    checked = subprocess.run([tool("sha256sum"), "--check", "--strict", "SHA256SUMS"], cwd=tmp_path, check=False)
    assert checked.returncode == 0


def test_the_order_of_the_files_does_not_matter():
    assert sha256sums(sums_of("a", "b")) == sha256sums(sums_of("b", "a"))


def test_a_list_comes_back_as_it_went(tmp_path):
    sums = sums_of("summary.html", "data/a file.csv")
    (tmp_path / "SHA256SUMS").write_text(sha256sums(sums))
    assert listed(tmp_path / "SHA256SUMS") == sums


def test_a_list_that_is_gone_names_nothing(tmp_path):
    assert listed(tmp_path / "SHA256SUMS") == {}
