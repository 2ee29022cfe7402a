# The gate between rendering and publishing: a brief that fails it never reaches its readers.
#
# needs: build/<case>/briefs/<brief>.html and .pdf
# gives: build/<case>/checks/<brief>.json, a report that publishing waits for; BRIEF_NAMES

# The briefs of all cases, as a pattern.
BRIEF_NAMES = "|".join(dict.fromkeys(brief for case in PLANS for brief in brief_names(case)))


rule check_brief:
    """Check one brief in both formats by our own rules and by an independent validator."""
    input:
        html="build/{case}/briefs/{brief}.html",
        pdf="build/{case}/briefs/{brief}.pdf",
        code=made_of("check_brief", "peacebrief.commands.briefs.check_brief"),
    output:
        "build/{case}/checks/{brief}.json",
    log:
        "build/{case}/logs/check_brief_{brief}.log",
    benchmark:
        "build/{case}/benchmarks/check_brief_{brief}.tsv"
    wildcard_constraints:
        brief=BRIEF_NAMES,
    shell:
        "python -m peacebrief check-brief {input.html:q} {input.pdf:q} {output:q} 2> {log:q}"
