#!/usr/bin/env python3
"""Measures the `gainsay` binary as its user meets it, and prints a table in Markdown.

usage: bench/run.py [--binary PATH] [--articles DIR] [--runs N]

Figures: articles/s and tokens/s of `extract` on one and two threads (the best of N runs, start-up
taken off), the start-up time (`extract` of an article of one line; median), the peak memory, and
whether all runs printed the same bytes. `--articles` is a folder of text files: PolNeAR dev where
it is at hand, else the example of this repository. Results are kept in bench/results.
"""

import argparse
import hashlib
import os
import platform
import statistics
import subprocess
import tempfile
import time

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(HERE)
POLNEAR = os.path.join(ROOT, "..", "shared", "corpora", "polnear", "dev", "text")
EXAMPLE = os.path.join(ROOT, "examples", "merrow-cable")


def timed(command: list[str], **options) -> tuple[float, bytes, int]:
    """Seconds, output and peak memory (bytes) of a command; one that fails ends the benchmark."""
    with tempfile.TemporaryFile() as out:
        began = time.perf_counter()
        process = subprocess.Popen(command, stdout=out, **options)
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - began
        if status:
            raise SystemExit(f"{' '.join(command)}: exit code {os.waitstatus_to_exitcode(status)}")
        out.seek(0)
        return seconds, out.read(), usage.ru_maxrss * 1024


def processor() -> str:
    """The processor's name, where the system tells."""
    try:
        with open("/proc/cpuinfo", encoding="utf8") as file:
            return next(line.split(":", 1)[1].strip() for line in file if line.startswith("model name"))
    except (OSError, StopIteration):
        return platform.processor() or platform.machine()


def main() -> None:
    """Measures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--binary", default=os.path.join(ROOT, "target", "release", "gainsay"))
    parser.add_argument("--articles", default=POLNEAR if os.path.isdir(POLNEAR) else EXAMPLE)
    parser.add_argument("--runs", type=int, default=3)
    options = parser.parse_args()

    with tempfile.TemporaryDirectory() as folder:
        short = os.path.join(folder, "short.txt")
        with open(short, "w", encoding="utf8") as file:
            file.write("Minister denies charge\n\nThe minister said on Monday that the charge was false.\n")
        start = statistics.median(timed([options.binary, "extract", short])[0] for _ in range(9))

    count = ["cargo", "run", "--quiet", "--release", "--example", "tokens", "--", options.articles]
    tokens = int(subprocess.run(count, cwd=ROOT, check=True, capture_output=True).stdout)
    rows, digests, articles = [], set(), 0
    for threads in (1, 2):
        seconds, peak = float("inf"), 0
        for _ in range(options.runs):
            command = [options.binary, "extract", options.articles, "--threads", str(threads), "--quiet"]
            took, out, memory = timed(command)
            seconds, peak = min(seconds, took), max(peak, memory)
            digests.add(hashlib.sha256(out).hexdigest())
            articles = out.count(b"\n")
        work = seconds - start
        rows.append((threads, articles / work, tokens / work, peak / 1e6))

    name = os.path.relpath(options.articles, ROOT)
    print(f"{name}: {articles} articles, {tokens} tokens; {processor()}; start-up {start:.3f} s\n")
    print("| threads | articles/s | tokens/s | peak memory, MB |\n| --- | --- | --- | --- |")
    for threads, per_second, tokens_per_second, peak in rows:
        print(f"| {threads} | {per_second:.1f} | {tokens_per_second:.0f} | {peak:.0f} |")
    print(f"\n{'All runs printed the same bytes.' if len(digests) == 1 else 'RUNS DIFFERED IN WHAT THEY PRINTED.'}")


if __name__ == "__main__":
    main()
