# The words and the look: which briefs there are, and which files each of them and each figure is made of.
#
# needs: workflow/templates/
# gives: PAGES (one page in brief/ is one brief, or one for each option), brief_names, finished_briefs, passed_checks,
#        printed_facts, template_files, STYLE, FIGURE_WORDS, NAMING_WORDS, WARNING_WORDS, INDEX_TEMPLATES

from peacebrief.briefs.setting.brief_page import PER_OPTION, names_of_briefs, pages_in
from peacebrief.briefs.setting.template_code import PROSE, is_part_of, printing_digest

TEMPLATES = Path("workflow/templates")
PAGES = pages_in(TEMPLATES)
STYLE = [
    str(TEMPLATES / "peacebrief.mplstyle"),
    str(TEMPLATES / "geography/countries.json"),
    *map(str, sorted(TEMPLATES.glob("fonts/*.ttf"))),
]


def words_in(*patterns):
    """The files of phrases that patterns name."""
    return sorted(str(file) for pattern in patterns for file in TEMPLATES.glob(pattern))


# What figures say: their own phrases, and those that they share with pages; no other word draws them anew.
FIGURE_WORDS = words_in("words/figures*.jinja", "words/labels.jinja", "words/modes.jinja")
# What names the subjects of facts.
NAMING_WORDS = words_in("words/force_types.jinja", "words/labels.jinja", "words/positions.jinja")
# What warns of sources.
WARNING_WORDS = words_in("words/source_marks.jinja")
# Not of every page: pages themselves, what figures and citations are made of, and what no program reads.
NOT_SHARED = ("brief/", "index/", "csl/", "geography/", "peacebrief.mplstyle", "words/figures")
SHARED = [
    file
    for file in sorted(TEMPLATES.rglob("*.*"))
    if file.is_file()
    and file.suffix not in {".md", ".txt"}
    and not file.relative_to(TEMPLATES).as_posix().startswith(NOT_SHARED)
    and not file.name.endswith(PROSE)
]


wildcard_constraints:
    option="[A-Za-z0-9][A-Za-z0-9_]*",


def brief_names(case):
    """The briefs of a case."""
    return names_of_briefs(PAGES, OPTIONS[case])


def finished_briefs(wildcards):
    """Every brief of a case before it is published, in both formats."""
    return [
        f"build/{wildcards.case}/briefs/{brief}.{kind}"
        for brief in brief_names(wildcards.case)
        for kind in ("html", "pdf")
    ]


def passed_checks(wildcards):
    """The reports of the checks of every brief of a case."""
    return [f"build/{wildcards.case}/checks/{brief}.json" for brief in brief_names(wildcards.case)]


def printed_facts(wildcards):
    """Which facts the other briefs print: a file named after what decides it, apart from the facts themselves."""
    return f"build/{wildcards.case}/printed-{PRINTING}.json"


def template_files(page):
    """Templates, styles and typefaces that one page is made of."""
    own = [file for file in TEMPLATES.rglob("*.jinja") if is_part_of(file, page, TEMPLATES)]
    return sorted(map(str, [*own, *SHARED]))


# What the landing pages are made of.
INDEX_PAGES = sorted(TEMPLATES.glob("index/*.jinja"))
INDEX_PROSE = words_in(*(f"words/{page.name.partition('.')[0]}{PROSE}" for page in INDEX_PAGES))
INDEX_TEMPLATES = [*map(str, [*SHARED, *INDEX_PAGES]), *INDEX_PROSE]
# What the other briefs print is decided by the code in their templates, and by what chooses their words.
PRINTING = CONTENTS.remembered(
    "printing code",
    of=[*sorted(map(str, TEMPLATES.rglob("*.jinja"))), PACKAGE],
    make=lambda: printing_digest(TEMPLATES),
)
CURRENT.update(f"build/{case}/printed-{PRINTING}.json" for case in PLANS)
