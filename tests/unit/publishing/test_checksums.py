"""Checksums of an edition."""

import subprocess

from peacebrief.publishing.checksums import sha256sums


def test_the_usual_tool_accepts_the_list(tmp_path, tool):
    (tmp_path / "data").mkdir()
    files = [tmp_path / "summary.html", tmp_path / "data/facts.json"]
    for file in files:
        file.write_text(file.name)
    (tmp_path / "SHA256SUMS").write_text(sha256sums(files, folder=tmp_path))
    checked = subprocess.run([tool("sha256sum"), "--check", "--strict", "SHA256SUMS"], cwd=tmp_path, check=False)
    assert checked.returncode == 0


def test_the_order_of_the_files_does_not_matter(tmp_path):
    files = [tmp_path / name for name in ("b", "a")]
    for file in files:
        file.write_text(file.name)
    assert sha256sums(files, folder=tmp_path) == sha256sums(reversed(files), folder=tmp_path)
