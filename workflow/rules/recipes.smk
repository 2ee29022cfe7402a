# What rules are made of apart from what other jobs make: modules, templates, other cases' pages.
#
# needs: workflow/
# gives: build/made_of/<rule>-<digest>.txt, a list with checksums, named after its content; CONTENTS, CURRENT, LISTED,
#        WHOLE_FOLDERS, source_list, made_of, recipes_in_use, still_holds
#
# Only a change of content gives such a list another name, and jobs another input; the date of a file decides nothing.
# Imports are followed and template folders searched only when a file has changed since the last run.

from peacebrief.rebuilding.contents import Contents
from peacebrief.rebuilding.recipes import recipe
from peacebrief.source_files import source_files

RECIPES = Path("build/made_of")
CONTENTS = Contents(STATE / "contents.json")
# The names that files named after their content have in this run, and what the recipes among them list.
CURRENT, LISTED = set(), {}
# Rules that make the whole folder in which their output lies.
WHOLE_FOLDERS = set()
PACKAGE_FILES = sorted(file.as_posix() for file in Path("workflow/peacebrief").rglob("*.py"))


def source_list(*modules):
    """Files that `modules` and all they import from the package are made of."""
    return CONTENTS.remembered(f"source files {modules}", of=PACKAGE_FILES, make=lambda: source_files(*modules))


def made_of(name, *modules, files=()):
    """The recipe called `name`. It lists the modules with all they import, the command line, and the `files`."""
    listed = sorted({*source_list("peacebrief.cli", *modules), *map(str, files)})
    path = recipe(name, listed, folder=RECIPES, contents=CONTENTS)
    LISTED[path] = listed, CONTENTS.of_all(listed)
    CURRENT.add(path)
    return path


def recipes_in_use(wildcards):
    """All recipes of this run: what anything in an edition is made of."""
    return sorted(LISTED)


def still_holds(path):
    """Whether the files of a recipe are as they were when the run was planned."""
    listed, digest = LISTED[path]
    return CONTENTS.of_all(listed) == digest
