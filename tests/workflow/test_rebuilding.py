"""After a change, exactly what rests on it is made again."""

import csv
import json
import os
import shutil
from datetime import datetime

import pytest
import yaml

pytestmark = pytest.mark.slow

ARRIVING = {"render_index", "publish_edition", "publish_overview"}
PUBLISHING = {"check_brief"} | ARRIVING
BRIEFS = {f"render_brief_{page}" for page in ("annex", "brief", "claims", "option", "summary")}
FIGURES = {"draw_figures_1", "draw_figures_2"}
EVIDENCE = {"resolve_evidence", "cite_sources"}
FROM_FACTS = {"collect_facts", "package_data", "list_printed"} | FIGURES | BRIEFS | PUBLISHING
FROM_SIZING = {"size_force"} | FROM_FACTS
FROM_INPUTS = {"resolve_sizing"} | EVIDENCE | FROM_SIZING
FROM_FEASIBILITY = {"judge_feasibility"} | FROM_FACTS
FROM_GENERATION = {"generate_force"} | FROM_FEASIBILITY
FROM_CONTRIBUTORS = {"resolve_generation"} | EVIDENCE | FROM_GENERATION
FROM_LOGISTICS = {"plan_logistics"} | FROM_FEASIBILITY
FROM_NETWORK = {"resolve_logistics"} | EVIDENCE | FROM_LOGISTICS


def edit_first_row(checkout, table, column, change):
    file = checkout.folder / "inputs" / checkout.case / table
    with file.open(encoding="utf-8", newline="") as text:
        header, first, *rest = csv.reader(text)
    first[header.index(column)] = change(first[header.index(column)])
    with file.open("w", encoding="utf-8", newline="") as text:
        csv.writer(text, lineterminator="\n").writerows([header, first, *rest])


def test_there_is_nothing_to_do_right_after_a_build(checkout):
    run = checkout.snakemake()
    assert run.status == 0
    assert "Nothing to be done" in run.said


@pytest.mark.parametrize("date", [None, "1999-01-01", "2040-01-01"])
def test_dates_alone_rebuild_nothing(checkout, date):
    times = None if date is None else (datetime.fromisoformat(date).timestamp(),) * 2
    for part in ("inputs", "workflow", "build", "reports"):
        for file in (checkout.folder / part).rglob("[!.]*.*"):
            os.utime(file, times)
    assert checkout.planned() == set()


@pytest.mark.parametrize("date", ["1999-01-01", "2040-01-01"])
def test_what_a_file_holds_counts_whatever_its_date(checkout, date):
    """As of a backup restored, a copy with its date kept, or a clock set back."""

    def dated(path):
        os.utime(checkout.folder / path, (datetime.fromisoformat(date).timestamp(),) * 2)

    edit_first_row(checkout, "assumptions.csv", "central", lambda central: str(float(central) * 1.01))
    dated(f"inputs/{checkout.case}/assumptions.csv")
    assert checkout.planned() == FROM_INPUTS
    checkout.append("workflow/peacebrief/feasibility/verdict_rule.py", "# a remark\n")
    dated("workflow/peacebrief/feasibility/verdict_rule.py")
    assert checkout.planned() == FROM_INPUTS | {"judge_feasibility"}
    checkout.append("workflow/templates/css/shared.css", "/* a remark */\n")
    dated("workflow/templates/css/shared.css")
    assert checkout.planned() == FROM_INPUTS | {"judge_feasibility"}


def test_another_spelling_of_the_same_values_rebuilds_nothing(checkout):
    file = checkout.folder / "inputs" / checkout.case / "assumptions.csv"
    header, *rows = csv.reader(file.read_text(encoding="utf-8").splitlines())
    with file.open("w", encoding="utf-8", newline="") as text:
        csv.writer(text, quoting=csv.QUOTE_ALL).writerows([[f" {name}" for name in header], *rows])
    settings = checkout.folder / "inputs" / checkout.case / "case.yaml"
    settings.write_text(json.dumps(yaml.safe_load(settings.read_text(encoding="utf-8")), default=str))
    assert checkout.planned() == set()


def test_a_module_of_the_same_length_and_date_is_another(checkout):
    """Python itself would go on with the bytecode of the old one."""
    path = checkout.folder / "workflow/peacebrief/commands/model/size_force.py"
    dates = path.stat()
    checkout.replace("workflow/peacebrief/commands/model/size_force.py", "force sized for", "force found for")
    os.utime(path, ns=(dates.st_atime_ns, dates.st_mtime_ns))
    run = checkout.snakemake("--until", "size_force")
    assert run.status == 0, run.said
    assert "force found for" in run.said


def test_a_file_that_was_only_touched_is_not_taken_for_made(checkout):
    sizing = checkout.folder / "build" / checkout.case / "sizing.json"
    before = sizing.read_bytes()
    sizing.write_text("{}")
    checkout.snakemake("--touch", f"build/{checkout.case}/sizing.json")
    assert checkout.snakemake("--until", "size_force").status == 0
    assert sizing.read_bytes() == before


def test_another_case_beside_it_changes_nothing_for_the_case_asked_for(checkout):
    inputs = checkout.folder / "inputs"
    shutil.copytree(inputs / checkout.case, inputs / "atoll")
    checkout.replace("inputs/atoll/case.yaml", f"id: {checkout.case}", "id: atoll")
    assert checkout.planned("--config", f"case={checkout.case}") == set()
    absolute = checkout.folder / "reports/nowhere/summary.pdf"
    run = checkout.snakemake(str(absolute))
    assert run.said.rstrip().splitlines()[-1].startswith("ERROR no case is called nowhere; the cases are atoll, ")


def test_a_column_behind_a_space_is_read(checkout):
    checkout.replace(f"inputs/{checkout.case}/assumptions.csv", ",central,", ", central,")
    edit_first_row(checkout, "assumptions.csv", " central", lambda central: str(float(central) * 1.01))
    assert checkout.planned() == FROM_INPUTS


def test_a_setting_behind_quotation_marks_is_read(checkout):
    checkout.replace(f"inputs/{checkout.case}/case.yaml", "seed: ", '"seed": 1')
    assert "size_force" in checkout.planned()


def test_one_changed_assumption_re_runs_everything_that_rests_on_it(checkout):
    edit_first_row(checkout, "assumptions.csv", "central", lambda central: str(float(central) * 1.01))
    assert checkout.planned() == FROM_INPUTS


def test_a_changed_seed_re_runs_the_model(checkout):
    checkout.replace(f"inputs/{checkout.case}/case.yaml", "seed: ", "seed: 1")
    assert checkout.planned() == FROM_INPUTS | FROM_NETWORK | FROM_CONTRIBUTORS | {"resolve_feasibility"}


def test_a_closed_link_re_runs_logistics_and_not_sizing(checkout):
    edit_first_row(checkout, "network/links.csv", "open", lambda _: "0")
    assert checkout.planned() == FROM_NETWORK


def test_another_chance_of_taking_part_re_runs_generation_and_what_rests_on_it(checkout):
    edit_first_row(checkout, "position_chances.csv", "central", lambda central: str(float(central) * 1.01))
    assert checkout.planned() == FROM_CONTRIBUTORS


def test_another_risk_re_runs_feasibility_only(checkout):
    edit_first_row(checkout, "risk_chances.csv", "central", lambda central: str(float(central) * 1.01))
    assert checkout.planned() == {"resolve_feasibility"} | EVIDENCE | FROM_FEASIBILITY


def test_a_changed_note_does_not_re_run_the_model(checkout):
    edit_first_row(checkout, "assumptions.csv", "note", lambda note: f"{note} Checked again.")
    assert checkout.planned() == EVIDENCE | FROM_FACTS


def test_a_changed_source_record_does_not_re_run_the_model(checkout):
    checkout.replace("inputs/sources.bib", "title = {", "title = {On ")
    assert checkout.planned() == EVIDENCE | FROM_FACTS


def test_a_changed_title_does_not_re_run_the_model(checkout):
    checkout.replace(f"inputs/{checkout.case}/case.yaml", "title: ", "title: On ")
    assert checkout.planned() == EVIDENCE | FROM_FACTS


@pytest.mark.parametrize("page", ["summary", "option"])
def test_other_words_on_one_page_render_its_own_briefs_anew_and_no_other(checkout, page):
    checkout.replace(f"workflow/templates/brief/{page}.html.jinja", "<h2>More", "<h2>In other words")
    assert checkout.planned() == {f"render_brief_{page}"} | PUBLISHING


def test_after_other_words_nothing_is_left_to_do(checkout):
    checkout.replace("workflow/templates/brief/summary.html.jinja", "<h2>More", "<h2>In other words")
    before = checkout.published()
    assert checkout.snakemake().status == 0
    changed = {name for name, content in checkout.published().items() if content != before[name]}
    assert changed == {"summary.html", "summary.pdf", "index.html", "SHA256SUMS"}
    assert checkout.planned() == set()


@pytest.mark.parametrize("place", ["brief/summary.html.jinja", "brief/option.html.jinja"])
def test_another_number_on_one_page_re_renders_the_annex_that_accounts_for_it(checkout, place):
    printed = '{{ num("evidence.proposals.count") }}'
    checkout.replace(f"workflow/templates/{place}", "<h2>More", f"{printed}<h2>More")
    page = f"render_brief_{place.removeprefix('brief/').partition('.')[0]}"
    assert checkout.planned() == {page, "list_printed", "render_brief_annex"} | PUBLISHING


def test_a_number_that_a_page_prints_anew_is_listed_for_the_annex(checkout):
    printed = '{{ num("evidence.proposals.count") }}'
    checkout.replace("workflow/templates/brief/summary.html.jinja", "<h2>More", f"{printed}<h2>More")
    assert listed(checkout) == []
    assert checkout.snakemake().status == 0
    assert listed(checkout) == ["evidence.proposals.count"]


def listed(checkout):
    (file,) = (checkout.folder / "build" / checkout.case).glob("printed-*.json")
    return json.loads(file.read_text(encoding="utf-8"))


def test_words_of_the_annex_re_render_the_annex_alone(checkout):
    checkout.replace("workflow/templates/brief/annex.html.jinja", "<h2>More", "<h2>In other words")
    assert checkout.planned() == {"render_brief_annex"} | PUBLISHING


def test_another_style_of_citing_cites_anew_and_draws_nothing(checkout):
    checkout.replace("workflow/templates/csl/harvard_cite_them_right.csl", "<updated>", "<!-- a remark --><updated>")
    assert checkout.planned() == {"cite_sources", "list_printed"} | BRIEFS | {"render_index"} | PUBLISHING


def test_a_changed_landing_page_is_made_again_and_no_brief(checkout):
    checkout.append("workflow/templates/index/case.html.jinja", "{# a remark #}\n")
    assert checkout.planned() == ARRIVING


@pytest.mark.parametrize("quiet", [["--quiet"], ["--quiet", "all"]])
def test_what_a_quiet_run_makes_is_put_on_record_and_published(checkout, quiet):
    checkout.append("workflow/templates/index/case.html.jinja", "{# a remark #}\n")
    run = checkout.snakemake(*quiet)
    assert run.status == 0, run.said
    assert checkout.planned() == set()


def test_the_list_of_cases_keeps_those_that_were_published_by_another_run(checkout):
    other = checkout.folder / "reports/atoll/index.html"
    other.parent.mkdir()
    told = f"data-edition='1' data-date='2030-02-01' data-question='Why?' data-title='Atoll of {checkout.case}'"
    other.write_text(f"<!DOCTYPE html><title>Atoll</title><section {told}></section>")
    shutil.rmtree(checkout.folder / "build/overview")
    (checkout.folder / "reports/index.html").unlink()
    run = checkout.snakemake("--config", f"case={checkout.case}")
    assert run.status == 0, run.said
    page = (checkout.folder / "reports/index.html").read_text(encoding="utf-8")
    assert 'href="atoll/index.html"' in page
    assert f'href="{checkout.case}/index.html"' in page
    *_, page, last = run.said.rstrip().splitlines()
    assert page.startswith("reports/index.html")
    assert last == "Open reports/index.html in a browser."


def test_a_run_says_how_far_it_is(checkout):
    edit_first_row(checkout, "assumptions.csv", "central", lambda central: str(float(central) * 1.01))
    run = checkout.snakemake()
    assert run.status == 0, run.said
    told = [line.split() for line in run.said.splitlines() if line.endswith("steps done")]
    done, total = ([int(words[place]) for words in told] for place in (0, 2))
    assert len(told) in range(5, 12)
    assert done == sorted(set(done))
    assert {done[-1]} == set(total)


def test_a_dry_run_is_a_table_and_not_a_list_of_jobs(checkout):
    run = checkout.snakemake("--dry-run", "--forceall")
    assert run.status == 0
    assert run.said.count("Job stats:") == 1
    assert len(run.said) < 5_000
    assert "input: " in checkout.snakemake("--dry-run", "--forceall", "--printshellcmds").said


def test_a_changed_style_re_renders_every_brief_and_draws_nothing(checkout):
    checkout.append("workflow/templates/css/shared.css", "/* a remark */\n")
    assert checkout.planned() == BRIEFS | PUBLISHING


def test_another_set_of_characters_re_renders_every_brief_and_draws_nothing(checkout):
    checkout.append("workflow/peacebrief/typefaces/subsetting.py", "# a remark\n")
    assert checkout.planned() == {"subset_faces", "list_printed"} | BRIEFS | PUBLISHING


def test_a_changed_figure_module_redraws_its_batch(checkout):
    checkout.append("workflow/peacebrief/figures/sizing/rotation.py", "# a remark\n")
    assert checkout.planned() == {"draw_figures_2", "list_printed"} | BRIEFS | PUBLISHING


def test_changed_words_of_figures_draw_them_anew(checkout):
    checkout.append("workflow/templates/words/figures_sizing.jinja", "{# a remark #}\n")
    assert checkout.planned() == {"list_printed"} | FIGURES | BRIEFS | PUBLISHING


def test_changed_words_of_pages_draw_nothing(checkout):
    checkout.append("workflow/templates/words/verdict.jinja", "{# a remark #}\n")
    assert checkout.planned() & FIGURES == set()


def test_a_changed_model_module_re_runs_its_stage_and_no_check_of_inputs(checkout):
    checkout.append("workflow/peacebrief/sizing/methods/troop_rotation.py", "# a remark\n")
    assert checkout.planned() == FROM_SIZING


def test_a_changed_module_of_logistics_leaves_sizing_alone(checkout):
    checkout.append("workflow/peacebrief/logistics/stocks/stock_level.py", "# a remark\n")
    assert checkout.planned() == FROM_LOGISTICS


def test_a_new_modelling_choice_in_code_reaches_the_annex(checkout):
    checkout.append("workflow/peacebrief/publishing/edition.py", "# ASSUME: a choice of the test.\n")
    assert checkout.planned() == {"render_brief_annex"} | PUBLISHING


def test_one_target_builds_only_its_own_chain(checkout):
    shutil.rmtree(checkout.folder / "build")
    shutil.rmtree(checkout.folder / "reports")
    chain = {
        "resolve_evidence",
        "resolve_sizing",
        "size_force",
        "resolve_generation",
        "generate_force",
        "resolve_logistics",
        "plan_logistics",
        "resolve_feasibility",
        "judge_feasibility",
        "cite_sources",
        "collect_facts",
        "subset_faces",
        "render_brief_summary",
        "check_brief",
    } | FIGURES
    assert checkout.planned(f"reports/{checkout.case}/summary.pdf") == chain


def test_a_brief_asked_for_alone_is_made_apart_and_the_others_are_named(checkout):
    before = checkout.published()
    edit_first_row(checkout, "assumptions.csv", "central", lambda central: str(float(central) * 1.01))
    run = checkout.snakemake(f"reports/{checkout.case}/summary.pdf")
    assert run.status == 0
    assert checkout.published() == before
    alone, others = run.said.rstrip().splitlines()[-2:]
    assert alone == f"Made alone, in build/{checkout.case}/briefs/: summary. reports/{checkout.case}/ is as it was."
    assert others.startswith("No longer matching: annex, brief, claims, option_observers, option_separation. ")
    again = checkout.snakemake(f"reports/{checkout.case}/summary.pdf")
    assert "Nothing to be done" in again.said
    assert others in again.said
    assert checkout.snakemake().status == 0
    last = checkout.snakemake(f"reports/{checkout.case}/summary.pdf")
    assert "No longer matching" not in last.said


def test_a_brief_that_there_is_not_is_told_which_there_are(checkout):
    run = checkout.snakemake(f"reports/{checkout.case}/sumary.pdf")
    assert run.status != 0
    assert run.said.rstrip().splitlines()[-1].startswith(f"ERROR {checkout.case} has no brief called sumary; it has ")


def test_a_deleted_build_folder_is_made_again_and_the_edition_stays(checkout):
    before = checkout.published()
    shutil.rmtree(checkout.folder / "build")
    assert {"size_force", "publish_edition"} <= checkout.planned()
    assert checkout.published() == before


def test_a_build_from_nothing_gives_the_same_bytes(checkout):
    before = checkout.published()
    for part in ("build", "reports", ".snakemake"):
        shutil.rmtree(checkout.folder / part)
    assert checkout.snakemake(cores=1).status == 0
    assert checkout.published() == before
