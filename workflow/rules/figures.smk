# The figures of a case, in two jobs of about equal length.
#
# needs: build/<case>/facts.json, build/<case>/inputs/evidence-<digest>.json, the records of the stages;
#        workflow/templates/words/figures*.jinja, words/modes.jinja
# gives: build/<case>/figures/<figure>.{svg,png,csv,json}: picture, picture with its heading, numbers, words
#        build/<case>/figures/batch_<n>.txt: the checksums of these, on which what shows figures waits

from peacebrief.figures.registry import FIGURES, module_name

FIGURE_PARTS = ["svg", "png", "csv", "json"]
# One file stands for all that a job has drawn, so that not every brief is compared with every file of every figure.
DRAWN = expand("build/{{case}}/figures/batch_{batch}.txt", batch=[1, 2])

for batch, figures in enumerate([FIGURES[0::2], FIGURES[1::2]], start=1):

    rule:
        name:
            f"draw_figures_{batch}"
        input:
            facts="build/{case}/facts.json",
            evidence=evidence,
            stages=STAGE_RECORDS,
            code=made_of(
                f"draw_figures_{batch}",
                "peacebrief.commands.briefs.draw_figures",
                *map(module_name, figures),
                files=[*STYLE, *FIGURE_WORDS],
            ),
        output:
            pictures=expand("build/{{case}}/figures/{figure}.svg", figure=figures),
            others=expand("build/{{case}}/figures/{figure}.{part}", figure=figures, part=FIGURE_PARTS[1:]),
            checksums=f"build/{{case}}/figures/batch_{batch}.txt",
        log:
            f"build/{{case}}/logs/draw_figures_{batch}.log",
        benchmark:
            f"build/{{case}}/benchmarks/draw_figures_{batch}.tsv"
        shell:
            "python -m peacebrief draw-figures {output.pictures:q} --checksums {output.checksums:q} --facts {input.facts:q}"
            " --evidence {input.evidence:q} --stages {input.stages:q} --words workflow/templates/words 2> {log:q}"
