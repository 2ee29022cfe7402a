# What readers receive: an edition, whole, put into the place of the last one once all of it is made and checked.
#
# needs: build/<case>/briefs/, checks/, facts.json, figures/, index.html, inputs/evidence-<digest>.json, the records of the
#        stages
# gives: build/<case>/data/, build/<case>/published.json (what was published, with checksums)
#        reports/<case>/<brief>.html, <brief>.pdf, index.html, SHA256SUMS
#        reports/<case>/data/      facts as JSON, every table as CSV
#        reports/<case>/figures/   pictures and the numbers drawn
#
# Nothing in reports/ is an output for Snakemake, which deletes those before a job and after one that failed. The command
# exchanges the whole folder in one step, and published.json tells the next run what it has to find there.

PUBLISHED_FIGURES = expand("build/{{case}}/figures/{figure}.{part}", figure=FIGURES, part=["svg", "png", "csv"])


# Tables come and go with the inputs, so the folder is on record with all that is in it; for Snakemake, which can compare
# no folders but by date, one file in it stands for the rest.
WHOLE_FOLDERS.add("package_data")


rule package_data:
    """The data behind the briefs: facts as JSON, every table as CSV."""
    input:
        facts="build/{case}/facts.json",
        evidence=evidence,
        stages=STAGE_RECORDS,
        code=made_of("package_data", "peacebrief.commands.editions.package_data"),
    output:
        "build/{case}/data/facts.json",
    log:
        "build/{case}/logs/package_data.log",
    benchmark:
        "build/{case}/benchmarks/package_data.tsv"
    shell:
        "python -m peacebrief package-data --facts {input.facts:q} --evidence {input.evidence:q}"
        " --stages {input.stages:q} --folder build/{wildcards.case:q}/data 2> {log:q}"


rule publish_edition:
    """Put briefs, data, figures, landing page and checksums in the place of the last edition, all in one step."""
    input:
        briefs=finished_briefs,
        checks=passed_checks,
        data="build/{case}/data/facts.json",
        figures=PUBLISHED_FIGURES,
        index="build/{case}/index.html",
        recipes=recipes_in_use,
        code=made_of("publish_edition", "peacebrief.commands.editions.publish_edition"),
    output:
        "build/{case}/published.json",
    log:
        "build/{case}/logs/publish_edition.log",
    benchmark:
        "build/{case}/benchmarks/publish_edition.tsv"
    shell:
        "python -m peacebrief publish-edition reports/{wildcards.case:q} {output:q} --briefs {input.briefs:q}"
        " --checks {input.checks:q} --data build/{wildcards.case:q}/data --figures {input.figures:q} --index {input.index:q}"
        " --records .snakemake/peacebrief/records.jsonl --recipes {input.recipes:q} 2> {log:q}"
