"""Whenever publication is killed, interrupted or out of room, readers find the last edition or the next one, whole."""

import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow

# Runs a command of ours, and ends it from within at its n-th call of the system about files.
ENDED = """
import os, sys
moment, how = int(sys.argv[1]), int(sys.argv[2])
met = 0
def count(event, arguments):
    global met
    if event in {"open", "os.mkdir", "os.rename", "os.remove", "os.rmdir", "ctypes.dlsym"}:
        met += 1
        if met == moment:
            os.kill(os.getpid(), how)
from peacebrief.commands.editions import publish_edition
from peacebrief.cli import main
sys.addaudithook(count)
status = main(sys.argv[3:])
print(met)
raise SystemExit(status)
"""
WHOLE = 10**9


@pytest.fixture(scope="module")
def old_and_new(built_once, tmp_path_factory):
    """Two builds of which every page differs, and the publications of both."""
    checkouts = {}
    for name in ("old", "new"):
        folder = shutil.copytree(built_once.folder, tmp_path_factory.mktemp(name) / "project")
        checkouts[name] = type(built_once)(folder, built_once.case)
    checkouts["new"].append("workflow/templates/css/shared.css", "p { color: #111; }\n")
    run = checkouts["new"].snakemake()
    assert run.status == 0, run.said
    assert all(
        content != checkouts["new"].published()[name]
        for name, content in checkouts["old"].published().items()
        if name.endswith((".html", ".pdf")) and "/" not in name
    )
    return checkouts


@pytest.fixture
def publish(old_and_new, tmp_path):
    """Publishes the new build in the place of a copy of the old edition, by the command alone."""
    old, new = old_and_new["old"], old_and_new["new"]
    reports = tmp_path / "reports"
    case = new.case

    def command(reports=reports):
        def lie_in(pattern):
            return sorted(str(file.relative_to(new.folder)) for file in new.folder.glob(pattern))

        figures = [name for name in lie_in(f"build/{case}/figures/*") if not name.endswith((".json", ".txt"))]
        return [
            *("publish-edition", str(reports / case), str(tmp_path / "published.json")),
            *("--briefs", *lie_in(f"build/{case}/briefs/*")),
            *("--checks", *lie_in(f"build/{case}/checks/*")),
            *("--data", f"build/{case}/data"),
            *("--figures", *figures),
            *("--index", f"build/{case}/index.html"),
            *("--records", ".snakemake/peacebrief/records.jsonl"),
            *("--recipes", *lie_in("build/made_of/*-*.txt")),
        ]

    def run(moment=WHOLE, how=signal.SIGKILL, into=reports, *, fresh=True):
        if fresh:
            shutil.rmtree(into, ignore_errors=True)
            shutil.copytree(old.folder / "reports", into)
        environment = os.environ | {"PYTHONPATH": "workflow"}
        return subprocess.run(
            [sys.executable, "-c", ENDED, str(moment), str(int(how)), *command(into)],
            cwd=new.folder,
            env=environment,
            text=True,
            capture_output=True,
            check=False,
        )

    run.reports = reports
    return run


def edition_in(reports, checkouts):
    """Which of the two editions lies there, whole; its checksums are those of the edition and hold."""
    case = checkouts["old"].case
    here = type(checkouts["old"])(reports.parent, case)
    assert reports.name == "reports"
    found = here.published()
    whole = [name for name, checkout in checkouts.items() if checkout.published() == found]
    assert len(whole) == 1, sorted(found)
    return whole[0]


def test_left_alone_the_command_puts_the_new_edition_there(publish, old_and_new):
    done = publish()
    assert done.returncode == 0, done.stderr
    assert edition_in(publish.reports, old_and_new) == "new"
    assert [path.name for path in publish.reports.iterdir() if path.name.startswith(".")] == []


@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGINT])
def test_ended_at_any_moment_it_leaves_the_old_edition_or_the_new_one(publish, old_and_new, how):
    calls = int(publish().stdout.split()[-1])
    found = []
    for moment in sorted({1 + round(part * (calls - 1) / 14) for part in range(15)} | set(range(calls - 4, calls + 1))):
        done = publish(moment, how)
        assert done.returncode != 0, moment
        found.append(edition_in(publish.reports, old_and_new))
        # What it left beside the edition is in nobody's way.
        assert publish(fresh=False).returncode == 0
        assert edition_in(publish.reports, old_and_new) == "new"
    assert found == sorted(found, reverse=True), "once the new edition is there it stays"
    assert found[0] == "old"


def test_without_room_on_the_disk_the_old_edition_stays(publish, old_and_new, tool, tmp_path):
    """On a file system of its own, which is left with less and less room."""
    if os.geteuid() != 0 and not os.environ.get("PEACEBRIEF_REQUIRE_TOOLS"):
        pytest.skip("only root may mount a file system")
    disk = tmp_path / "disk"
    disk.mkdir()
    size = sum(file.stat().st_size for file in (old_and_new["old"].folder / "reports").rglob("*")) // 1024
    blocks = size + 4 * 400
    subprocess.run([tool("mount"), "-t", "tmpfs", "-o", f"size={2 * blocks + 2000}k", "tmpfs", disk], check=True)
    try:
        into, ballast = disk / "reports", disk / "ballast"
        for part in range(10):
            shutil.rmtree(into, ignore_errors=True)
            ballast.unlink(missing_ok=True)
            shutil.copytree(old_and_new["old"].folder / "reports", into)
            room = shutil.disk_usage(disk).free
            ballast.write_bytes(b"\0" * int(room - size * 1024 * part / 10))
            done = publish(into=into, fresh=False)
            assert done.returncode == 1
            assert done.stderr.splitlines()[-1].endswith("No space left on device.")
            assert edition_in(into, old_and_new) == "old"
        ballast.unlink()
        assert publish(into=into, fresh=False).returncode == 0
        assert edition_in(into, old_and_new) == "new"
    finally:
        subprocess.run([tool("umount"), disk], check=True)


@pytest.mark.parametrize("part", ["briefs/summary.pdf", "figures/rotation.csv", "data/missions.csv", "index.html"])
def test_a_file_that_the_run_did_not_make_gets_no_checksum(publish, old_and_new, part):
    made = old_and_new["new"].folder / "build" / old_and_new["new"].case / part
    content = made.read_bytes()
    made.write_bytes(content + b" ")
    done = publish()
    made.write_bytes(content)
    assert done.returncode == 1
    assert done.stderr.rstrip().endswith(" is not as the run made it; run it again; what is published stays as it was.")
    assert edition_in(publish.reports, old_and_new) == "old"


def start(checkout):
    """A run of the real workflow that goes on while the test does; what it says fits into the pipe."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    return subprocess.Popen(
        [sys.executable, "-m", "snakemake", "--cores", "2"],
        cwd=checkout.folder,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
    )


def wait_until(seen, run):
    while not seen() and run.poll() is None:
        time.sleep(0.001)


def test_a_run_killed_about_its_publications_is_finished_by_a_plain_run(old_and_new, tmp_path):
    """The landing page alone is made anew, so that publication comes soon."""
    before = old_and_new["old"]
    checkout = type(before)(shutil.copytree(before.folder, tmp_path / "project"), before.case)
    edition, build = checkout.folder / "reports" / checkout.case, checkout.folder / "build"
    editions = [checkout.published()]
    whole = len(editions[0])

    def identity(path):
        return path.stat().st_ctime_ns if path.exists() else None

    moments = [
        edition.with_name(f".{checkout.case}.new"),
        edition,
        build / checkout.case / "published.json",
        checkout.folder / "reports/index.html",
        build / "overview/index.html",
    ]
    for number, moment in enumerate(moments):
        checkout.replace("workflow/templates/index/case.html.jinja", "<h2>", f"<h2>{number} ")
        identities = {identity(moment), None}
        run = start(checkout)
        wait_until(lambda moment=moment, known=identities: identity(moment) not in known, run)
        os.killpg(run.pid, signal.SIGKILL)
        run.communicate()
        killed = checkout.published()
        plain = checkout.snakemake()
        assert plain.status == 0, plain.said
        editions.append(checkout.published())
        assert killed in editions[-2:], moment
        assert len(editions[-1]) == whole
        assert editions[-1] != editions[-2]
        assert checkout.planned() == set()
    names = [path.name for path in Path(checkout.folder / "reports").iterdir()]
    assert sorted(names) == ["index.html", checkout.case]


def test_two_builds_at_once_the_second_is_told(old_and_new, tmp_path):
    before = old_and_new["old"]
    checkout = type(before)(shutil.copytree(before.folder, tmp_path / "project"), before.case)
    checkout.append(
        "workflow/peacebrief/sizing/methods/troop_rotation.py",
        "# a remark, after which almost everything is made again\n",
    )
    first = start(checkout)
    log = checkout.folder / "build" / checkout.case / "logs/size_force.log"
    written = log.stat().st_ctime_ns
    wait_until(lambda: log.exists() and log.stat().st_ctime_ns != written, first)
    second = checkout.snakemake()
    assert second.status != 0
    assert second.said.rstrip().splitlines()[-1] == (
        "ERROR another build is going on in this folder; wait until it has ended, or stop it."
    )
    first.communicate()
    assert first.returncode == 0
    assert checkout.planned() == set()


def test_a_template_edited_during_a_run_is_not_published_in_part(old_and_new, tmp_path):
    before = old_and_new["old"]
    checkout = type(before)(shutil.copytree(before.folder, tmp_path / "project"), before.case)
    kept = checkout.published()
    checkout.replace("workflow/templates/index/case.html.jinja", "<h2>", "<h2>Before ")
    run = start(checkout)
    log = checkout.folder / "build" / checkout.case / "logs/render_index.log"
    written = log.stat().st_ctime_ns
    wait_until(lambda: log.exists() and log.stat().st_ctime_ns != written, run)
    checkout.append("workflow/templates/css/shared.css", "/* edited meanwhile */\n")
    said = run.communicate()[0]
    assert run.returncode != 0
    assert said.rstrip().splitlines()[-1] == (
        "ERROR workflow/templates/css/shared.css was edited while the run was going on; "
        "run it again; what is published stays as it was."
    )
    assert checkout.published() == kept
    assert checkout.snakemake().status == 0
    assert checkout.planned() == set()


def test_inputs_edited_during_a_run_stop_it_or_wait_for_the_next(old_and_new, tmp_path):
    """What is not written yet of the inputs refuses; what is written is as it was checked."""
    before = old_and_new["old"]
    checkout = type(before)(shutil.copytree(before.folder, tmp_path / "project"), before.case)
    kept = checkout.published()
    settings = f"inputs/{checkout.case}/case.yaml"
    checkout.replace(settings, "seed: 7", "seed: 8")
    run = start(checkout)
    parts = checkout.folder / "build" / checkout.case / "inputs"
    known = len(list(parts.glob("*.json")))
    wait_until(lambda: len(list(parts.glob("*.json"))) > known, run)
    checkout.replace(settings, "seed: 8", "seed: 9")
    said = run.communicate()[0]
    assert run.returncode != 0
    assert said.rstrip().splitlines()[-1] == (
        f"ERROR the inputs of {checkout.case} were edited while the run was going on; run it again."
    )
    assert checkout.published() == kept
    again = checkout.snakemake("--until", "collect_facts")
    assert again.status == 0, again.said
