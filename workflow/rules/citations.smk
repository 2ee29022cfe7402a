# The sources as the briefs cite them, set by the citation style once for all briefs.
#
# needs: build/<case>/inputs/evidence-<digest>.json, workflow/templates/csl/, workflow/templates/words/
# gives: build/<case>/citations.json


rule cite_sources:
    """Set every source in short and in full, as the citation style has it."""
    input:
        evidence=evidence,
        code=made_of(
            "cite_sources",
            "peacebrief.commands.briefs.cite_sources",
            files=[TEMPLATES / "csl/harvard_cite_them_right.csl", *WARNING_WORDS],
        ),
    output:
        "build/{case}/citations.json",
    log:
        "build/{case}/logs/cite_sources.log",
    benchmark:
        "build/{case}/benchmarks/cite_sources.tsv"
    shell:
        "python -m peacebrief cite-sources {input.evidence:q} {output:q} --style workflow/templates/csl"
        " --words workflow/templates/words 2> {log:q}"
