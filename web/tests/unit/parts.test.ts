import { describe, expect, test } from "vitest";
import { csv, tsv } from "../../src/parts/export";
import { parts } from "../../src/parts/passage";
import { type Item, tally } from "../../src/parts/reading";
import { pointAt } from "../../src/parts/spans";
import { compare } from "../../src/parts/table";

describe("what is exported", () => {
  test("keeps quotation marks and line ends, and runs nothing", () => {
    expect(csv([["a", "b"], ['say "no"', 3], ["two\nlines", null], ["=1+1", -4], ["@x", "-y"]])).toBe('a,b\r\n"say ""no""",3\r\n"two\nlines",\r\n\'=1+1,-4\r\n\'@x,\'-y\r\n');
    expect(tsv([["a\tb", "=1", 2, null]])).toBe("a b\t'=1\t2\t");
  });
});

describe("a table's order", () => {
  test("puts figures by size, words by the alphabet, and nothing last", () => {
    expect([10, 9, 2].sort(compare)).toEqual([2, 9, 10]);
    expect(["b", null, "A", "a10", "a9"].sort(compare)).toEqual(["A", "a9", "a10", "b", null]);
  });
});

describe("a passage", () => {
  test("is cut into source, cue and content, and stays whole", () => {
    const span = (start: number, end: number) => ({ start, end, exact: "" });
    const text = "“𝄞 no,” she said. “Never.”";
    const cut = parts(text, 100, { source: [span(108, 111)], cue: [span(112, 116)], content: [span(100, 107), span(118, 126)] });
    expect(cut.map((p) => p.text).join("")).toBe(text);
    expect(cut.filter((p) => p.roles.includes("content")).map((p) => p.text)).toEqual(["“𝄞 no,”", "“Never.”"]);
    expect(cut.find((p) => p.roles.includes("cue"))!.text).toBe("said");
  });
});

describe("a selection in a text field", () => {
  test("is found in the article, whose line ends may be two characters", () => {
    const text = "a\r\n𝄞b\nc";
    // The field shows "a\n𝄞b\nc": units 0 a, 1 line end, 2-3 𝄞, 4 b, 5 line end, 6 c.
    expect([0, 1, 2, 4, 5, 6, 7].map((u) => pointAt(text, u))).toEqual([0, 1, 3, 4, 5, 6, 7]);
  });
});

describe("articles that are added", () => {
  const item = (job: Partial<NonNullable<Item["job"]>> | null, rest: Partial<Item> = {}): Item => ({
    name: "x", send: null, error: null, dropped: false,
    job: job && { job: 1, name: "x", state: "done", done: 0, total: null, results: null, error: null, ...job }, ...rest,
  });
  const result = (outcome: string, statements: number) => ({ name: "x", outcome, article: null, statements, error: null });
  test("are counted by what became of them", () => {
    const t = tally([
      item({ results: [result("new", 4), result("copy", 3), result("failed", 0)] }),
      item({ results: [result("unchanged", 0)] }),
      item({ state: "reading", results: [result("new", 2)] }),
      item({ state: "failed" }),
      item({ state: "stopped", results: [result("replaced", 1)] }),
      item(null, { error: "too big" }),
      item(null, { dropped: true }),
      item(null),
    ]);
    expect(t).toEqual({ items: 8, settled: 6, read: 4, statements: 10, known: 1, copies: 1, failed: 3, stopped: 2 });
  });
});
