# What a run says on its way and when it ends.
#
# needs: the logs of the commands, in which every problem is a line that starts with ERROR
# gives: the briefs made and where they are, or the sentences that say what to mend


def tell_progress(done, total):
    """How many of all jobs are done, about ten times in a run: for each tenth of them that is passed."""
    if 10 * done // total > 10 * (done - 1) // total:
        print(f"{done} of {total} steps done", flush=True)


def tell_what_was_made():
    """The pages made in this run, where readers find them; a page that leads to others comes after them."""
    whole = [case for case in PLANS if f"build/{case}/published.json" in MADE]
    pages = [Path(file) for case in whole for file in sorted(MADE) if file.startswith(f"build/{case}/briefs/")]
    shown = [f"reports/{page.parts[1]}/{page.name}" for page in pages]
    shown += [f"reports/{case}/index.html" for case in whole] + ["reports/index.html"] * (OVERVIEW in MADE)
    shown += [file for file in sorted(MADE) if is_alone(file)]
    for file in shown:
        print(f"{file}  {Path(file).stat().st_size / 1000:,.0f} kB")
    if whole:
        print("Open reports/index.html in a browser.")


def is_alone(file):
    """Whether a file is a format of a brief that was asked for alone."""
    _, case, folder, *_ = [*Path(file).parts, "", ""]
    return folder == "briefs" and Path(file).stem in ALONE.get(case, ())


def tell_of_others():
    """Of a brief that was asked for alone: where it is, and which of the others no longer match."""
    for case, briefs in ALONE.items():
        refused = RECORDS.untrusted([], current=CURRENT)
        pages = {brief: f"build/{case}/briefs/{brief}.pdf" for brief in brief_names(case) if brief not in briefs}
        others = [brief for brief, page in pages.items() if page in refused or not Path(page).exists()]
        print(f"Made alone, in build/{case}/briefs/: {', '.join(sorted(briefs))}. reports/{case}/ is as it was.")
        if others:
            print(f"No longer matching: {', '.join(others)}. To publish all together: snakemake --cores 4")


def problems(log_file):
    """The ERROR lines of one log; where a command broke without one, its last line and where to read on."""
    try:
        lines = log_file.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return []
    if lines[-1:] == ["KeyboardInterrupt"]:
        return ["ERROR interrupted; run it again to go on."]
    if "Traceback (most recent call last):" in lines:
        return [f"ERROR {log_file} has a fault of the program itself: {lines[-1]}"]
    return [line for line in lines if line.startswith("ERROR")]


def forget_failed_jobs():
    """Snakemake records a failed job like a finished one; without its record the job counts as still to be done."""
    for job in workflow.dag.jobs:
        for file in job.output:
            if not Path(file).exists():
                workflow.persistence.cleanup_metadata(file)


onsuccess:
    tidy_build()
    CONTENTS.save()
    tell_what_was_made()
    tell_of_others()


onerror:
    CONTENTS.save()
    forget_failed_jobs()
    said = dict.fromkeys(line for file in sorted(FAILED) for line in problems(file))
    silent = (
        "a command ended without a word; see the logs in build/." if FAILED else "stopped; run it again to go on."
    )
    print("\n".join(said or [f"ERROR {silent}"]), file=sys.stderr)
