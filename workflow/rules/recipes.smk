# What rules are made of apart from what other jobs make: modules, templates, other cases' pages.
#
# needs: workflow/
# gives: build/made_of/<rule>-<digest>.txt, a list with checksums, named after its content; CONTENTS, CURRENT, LISTED,
#        WHOLE_FOLDERS, source_list, made_of, recipes_in_use, still_holds
#
# Only a change of content gives such a list another name, and jobs another input; the date of a file decides nothing.
# Imports are followed and template folders searched only when a file has changed since the last run.

from peacebrief.rebuilding.contents import Contents, states
from peacebrief.rebuilding.recipes import contents_of, environment, forget_bytecode, recipe
from peacebrief.saving import save_text
from peacebrief.source_files import source_files

RECIPES = Path("build/made_of")
ENVIRONMENT = RECIPES / "environment.txt"
CONTENTS = Contents(STATE / "contents.json")
# The names that files named after their content have in this run, and what the recipes among them list.
CURRENT, LISTED = set(), {}
# Rules that make the whole folder in which their output lies.
WHOLE_FOLDERS = set()
PACKAGE = "workflow/peacebrief"
PACKAGE_FILES = sorted(file.as_posix() for file in Path(PACKAGE).rglob("*.py"))


def forget_old_bytecode():
    """Python takes old bytecode for new where a module was changed without changing its size and date."""
    return [
        CONTENTS.remembered(f"bytecode of {file}", of=[file], make=lambda: forget_bytecode(file))
        for file in PACKAGE_FILES
    ]


CONTENTS.remembered("bytecode", of=[PACKAGE], make=forget_old_bytecode)
if contents_of(ENVIRONMENT) != (installed := environment()):
    save_text(ENVIRONMENT, installed)


def source_list(*modules):
    """Files that `modules` and all they import from the package are made of."""
    return CONTENTS.remembered(f"source files {modules}", of=[PACKAGE], make=lambda: source_files(*modules))


def made_of(name, *modules, files=()):
    """The recipe called `name`. It lists the modules with all they import, the command line, and the `files`."""
    listed = sorted({*source_list("peacebrief.__main__", *modules), *map(str, files), str(ENVIRONMENT)})
    path = recipe(name, listed, folder=RECIPES, contents=CONTENTS)
    LISTED[path] = listed, states(listed)
    CURRENT.add(path)
    return path


def recipes_in_use(wildcards):
    """All recipes of this run: what anything in an edition is made of."""
    return sorted(LISTED)


def still_holds(path):
    """Whether nobody has touched the files of a recipe since the run was planned, not even to change them back."""
    listed, planned_states = LISTED[path]
    return states(listed) == planned_states
