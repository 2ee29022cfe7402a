"""When something is wrong, the last good briefs stay, and the last thing said is what to mend."""

import shutil

import pytest

pytestmark = pytest.mark.slow


def last_line(run):
    return run.said.rstrip().splitlines()[-1]


@pytest.fixture
def with_bad_input(checkout):
    checkout.replace(f"inputs/{checkout.case}/case.yaml", "draws: ", "draws: minus ")
    return checkout


def test_bad_input_ends_with_a_sentence_that_names_the_file(with_bad_input):
    run = with_bad_input.snakemake()
    assert run.status != 0
    assert last_line(run).startswith("ERROR ")
    assert "case.yaml" in last_line(run)
    assert "Traceback" not in run.said
    assert "CalledProcessError" not in run.said


def test_bad_input_leaves_the_last_good_reports(with_bad_input):
    before = with_bad_input.published()
    with_bad_input.snakemake()
    assert with_bad_input.published() == before


def test_a_mended_input_builds_again(with_bad_input):
    before = with_bad_input.published()
    with_bad_input.snakemake()
    with_bad_input.replace(f"inputs/{with_bad_input.case}/case.yaml", "draws: minus ", "draws: ")
    assert with_bad_input.snakemake().status == 0
    assert with_bad_input.published() == before


def test_a_template_that_fails_leaves_the_last_good_reports_and_names_the_line(checkout):
    before = checkout.published()
    checkout.append("workflow/templates/brief/summary.html.jinja", "{% block body %}{{ no_such_name }}{% endblock %}")
    run = checkout.snakemake()
    assert last_line(run).startswith("ERROR workflow/templates/brief/summary.html.jinja, line ")
    assert checkout.published() == before


def test_an_edition_with_a_brief_that_fails_is_not_published_in_part(checkout):
    reports = checkout.folder / "reports"
    shutil.rmtree(reports)
    shutil.rmtree(checkout.folder / "build" / checkout.case / "briefs")
    checkout.append("workflow/templates/brief/claims.html.jinja", "{% no_such_tag %}")
    assert checkout.snakemake("--keep-going").status != 0
    assert not reports.exists()


def test_a_brief_that_fails_the_gate_is_not_published_and_the_last_one_stays(checkout):
    before = checkout.published()
    page = "workflow/templates/brief/summary.html.jinja"
    checkout.append(page, "{% block colophon %}<section class='page-break'><h2>One more</h2></section>{% endblock %}")
    for _ in range(2):
        said = last_line(checkout.snakemake("--keep-going"))
        assert said.startswith(
            f"ERROR build/{checkout.case}/briefs/summary.pdf: the brief has 3 pages, 2 are the most; "
        )
        assert "the section “One more” runs over" in said
        assert checkout.published() == before
    checkout.replace(page, "<section class='page-break'><h2>One more</h2></section>", "")
    assert checkout.snakemake().status == 0


def test_a_brief_that_failed_is_tried_again_until_it_succeeds(checkout):
    page = "workflow/templates/brief/summary.html.jinja"
    checkout.append(page, "{% no_such_tag %}")
    for _ in range(2):
        assert last_line(checkout.snakemake()).startswith("ERROR ")
    checkout.replace(page, "{% no_such_tag %}", "{# mended #}")
    assert checkout.snakemake().status == 0
    assert checkout.planned() == set()


def test_an_unknown_case_is_told_which_cases_there_are(checkout):
    run = checkout.snakemake("--config", "case=nowhere")
    assert run.status != 0
    assert last_line(run) == f"ERROR no case is called nowhere; the cases are {checkout.case}."


def test_a_target_of_an_unknown_case_is_told_which_cases_there_are(checkout):
    run = checkout.snakemake("reports/nowhere/summary.pdf")
    assert run.status != 0
    assert last_line(run) == f"ERROR no case is called nowhere; the cases are {checkout.case}."


def test_a_program_fault_is_told_from_a_wrong_input(checkout):
    checkout.append("workflow/peacebrief/commands/model/collect_facts.py", "\nraise ZeroDivisionError('of the test')\n")
    run = checkout.snakemake()
    assert "fault of the program" in last_line(run)
    assert "collect_facts.log" in last_line(run)


def test_a_program_that_breaks_leaves_the_last_good_reports(checkout):
    before = checkout.published()
    checkout.append("workflow/peacebrief/publishing/edition.py", "\nraise ZeroDivisionError('of the test')\n")
    assert checkout.snakemake().status != 0
    assert checkout.published() == before
