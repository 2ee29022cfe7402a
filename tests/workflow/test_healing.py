"""What is truncated, altered or deleted under build/ or reports/ is noticed by the next run and made again."""

import os
import shutil

import pytest
from built import results

from peacebrief.publishing.edition import damage
from peacebrief.rebuilding.contents import Contents
from peacebrief.rebuilding.records import Records

pytestmark = pytest.mark.slow


def spoil(file, how):
    content = file.read_bytes()
    if how == "delete":
        file.unlink()
    elif how == "truncate":
        file.write_bytes(content[: len(content) // 2])
    else:
        file.write_bytes(content[:-1] + bytes([content[-1] ^ 1]))


@pytest.mark.parametrize("how", ["truncate", "alter", "delete"])
def test_damage_of_each_single_file_is_noticed(checkout, monkeypatch, how):
    """By what the next run asks before anything else: whether it trusts the file, or the edition that holds it."""
    monkeypatch.chdir(checkout.folder)
    contents = Contents()
    records = Records(checkout.folder / ".snakemake/peacebrief/records.jsonl", contents)
    reports, case = checkout.folder / "reports", checkout.case
    record = checkout.folder / f"build/{case}/published.json"
    current = [name for name in results(checkout.folder) if name.startswith("build/")]

    def noticed():
        untrusted = records.untrusted([], current=current)
        others = contents.of("reports/index.html") != contents.of("build/overview/index.html")
        return bool(untrusted or damage(reports / case, record, contents) or others)

    assert not noticed()
    files = [name for name in results(checkout.folder) if not name.startswith("build/made_of/")]
    assert len(files) > 300
    for name in files:
        content = (checkout.folder / name).read_bytes()
        if content or how == "delete":
            spoil(checkout.folder / name, how)
            assert noticed(), name
            (checkout.folder / name).write_bytes(content)
    assert not noticed()


@pytest.mark.parametrize(
    ("damaged", "how", "made_again"),
    [
        ("build/{case}/sizing.json", "truncate", "size_force"),
        ("build/{case}/inputs/generation-*.json", "alter", "resolve_generation"),
        ("build/{case}/figures/rotation.csv", "delete", "draw_figures_2"),
        ("build/{case}/data/missions.csv", "truncate", "package_data"),
        ("build/{case}/checks/annex.json", "delete", "check_brief"),
        ("build/faces/*.woff2", "alter", "subset_faces"),
        ("build/made_of/size_force-*.txt", "delete", ""),
        ("reports/{case}/claims.pdf", "alter", "publish_edition"),
        ("reports/{case}/SHA256SUMS", "truncate", "publish_edition"),
        ("reports/index.html", "delete", "publish_overview"),
    ],
)
def test_the_job_that_made_it_is_planned(checkout, damaged, how, made_again):
    spoil(min(checkout.folder.glob(damaged.format(case=checkout.case))), how)
    planned = checkout.planned()
    assert made_again in planned or (not made_again and planned == set())


def test_an_altered_page_is_published_again_and_its_checksum_stays(checkout):
    before = results(checkout.folder)
    page = checkout.folder / "reports" / checkout.case / "brief.html"
    page.write_text("<p>Other words.</p>", encoding="utf-8")
    os.utime(page, (0, 0))
    run = checkout.snakemake()
    assert run.status == 0
    assert (
        f"WARNING reports/{checkout.case}/brief.html: not as published; a whole build publishes it again." in run.said
    )
    assert results(checkout.folder) == before


def test_whatever_is_damaged_the_next_run_equals_a_clean_build(checkout):
    """Every file at once, in one of three ways; then what the runs remember is lost too, and published pages."""
    before = results(checkout.folder)
    for place, name in enumerate(sorted(before)):
        spoil(checkout.folder / name, ("truncate", "alter", "delete")[place % 3])
    run = checkout.snakemake()
    assert run.status == 0, run.said
    assert results(checkout.folder) == before
    spoil(checkout.folder / f"build/{checkout.case}/generation.json", "alter")
    for folder in (".snakemake", "reports"):
        shutil.rmtree(checkout.folder / folder)
    run = checkout.snakemake()
    assert run.status == 0, run.said
    assert results(checkout.folder) == before
