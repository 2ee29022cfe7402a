# What readers receive: whole briefs and the data behind them, moved into place once they are made.
#
# needs: build/<case>/briefs/, checks/, facts.json, figures/, inputs/evidence.json, the records of the stages
# gives: reports/<case>/<brief>.html, reports/<case>/<brief>.pdf
#        reports/<case>/data/      facts as JSON, every table as CSV
#        reports/<case>/figures/   pictures and the numbers drawn
#        reports/<case>/index.html, reports/<case>/SHA256SUMS


rule package_data:
    """The data behind the briefs: facts as JSON, every table as CSV."""
    input:
        facts="build/{case}/facts.json",
        evidence="build/{case}/inputs/evidence.json",
        stages=STAGE_RECORDS,
        code=source_files("peacebrief.cli", "peacebrief.commands.package_data"),
    output:
        directory("build/{case}/data"),
    log:
        "build/{case}/logs/package_data.log",
    benchmark:
        "build/{case}/benchmarks/package_data.tsv"
    shell:
        "python -m peacebrief package-data --facts {input.facts:q} --evidence {input.evidence:q}"
        " --stages {input.stages:q} --folder {output:q} 2> {log:q}"


rule publish_brief:
    """Put one finished brief, in both formats, in the place of the last one."""
    input:
        briefs=["build/{case}/briefs/{brief}.html", "build/{case}/briefs/{brief}.pdf"],
        checked="build/{case}/checks/{brief}.json",
        code=source_files("peacebrief.cli", "peacebrief.commands.publish_brief"),
    output:
        "reports/{case}/{brief}.html",
        "reports/{case}/{brief}.pdf",
    log:
        "build/{case}/logs/publish_{brief}.log",
    benchmark:
        "build/{case}/benchmarks/publish_{brief}.tsv"
    wildcard_constraints:
        brief=BRIEF_NAMES,
    shell:
        "python -m peacebrief publish-brief {input.briefs:q} --folder reports/{wildcards.case:q} 2> {log:q}"


rule publish_data:
    """Put data, figures and the landing page in the place of the last ones, with the checksums of the whole edition."""
    input:
        data="build/{case}/data",
        figures=expand("build/{{case}}/figures/{figure}.{part}", figure=FIGURES, part=["svg", "png", "csv"]),
        index="build/{case}/index.html",
        briefs=published_briefs,
        code=source_files("peacebrief.cli", "peacebrief.commands.publish_data"),
    output:
        "reports/{case}/data/facts.json",
        expand("reports/{{case}}/figures/{figure}.{part}", figure=FIGURES, part=["svg", "png", "csv"]),
        "reports/{case}/index.html",
        "reports/{case}/SHA256SUMS",
    log:
        "build/{case}/logs/publish_data.log",
    benchmark:
        "build/{case}/benchmarks/publish_data.tsv"
    shell:
        "python -m peacebrief publish-data reports/{wildcards.case:q} --data {input.data:q}/*"
        " --figures {input.figures:q} --index {input.index:q} --briefs {input.briefs:q} 2> {log:q}"
