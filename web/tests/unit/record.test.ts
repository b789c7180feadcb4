import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { ACTS, actOf, mark, sign, verb } from "../../src/record/acts";
import { days, inWords, iso, short } from "../../src/record/dates";
import { linesOf, marked, parts } from "../../src/record/lines";
import { harmless, Points, segments } from "../../src/record/text";
import { difference, figures, listed, namesakes, pair } from "../../src/record/words";

describe("dates", () => {
  const range = (value: string) => {
    const d = days(value)!;
    return [iso(d.start), iso(d.end - 1)];
  };
  test("mean all the days that they may mean", () => {
    expect(range("2012")).toEqual(["2012-01-01", "2012-12-31"]);
    expect(range("2012-02")).toEqual(["2012-02-01", "2012-02-29"]);
    expect(range("2012-02-29")).toEqual(["2012-02-29", "2012-02-29"]);
    expect(range("2013-02-11T09:30")).toEqual(["2013-02-11", "2013-02-11"]);
    expect(range("2013-W01")).toEqual(["2012-12-31", "2013-01-06"]);
    expect(range("2012-Q4")).toEqual(["2012-10-01", "2012-12-31"]);
  });
  test("unknown stays unknown", () => {
    for (const value of [null, undefined, "", "PRESENT_REF", "XXXX-03-04"]) {
      expect(days(value)).toBeNull();
      expect(inWords(value)).toBe("date unknown");
    }
  });
  test("are said as precisely as they are known", () => {
    expect(["2012", "2012-09", "2012-09-18", "2013-W12", "2012-SU"].map(inWords)).toEqual(["2012", "September 2012", "18 September 2012", "the week of 18 March 2013", "summer 2012"]);
    expect(short("2012-09-18")).toBe("18 Sep 2012");
  });
});

describe("acts", () => {
  test("each has a mark of its own, as a picture and as a sign", () => {
    expect(new Set(ACTS.map(sign)).size).toBe(ACTS.length);
    expect(new Set(ACTS.map((a) => `${mark(a, 6).path}|${mark(a, 6).filled}`)).size).toBe(ACTS.length);
    expect(new Set(ACTS.map(verb)).size).toBe(ACTS.length);
  });
  test("one that a later version may bring is shown plainly", () => expect(actOf("sing")).toBe("state"));
});

describe("colours", () => {
  const css = ["base", "acts"].map((name) => readFileSync(new URL(`../../src/styles/${name}.css`, import.meta.url), "utf8"));
  const themes = (text: string) => text.split("@media (prefers-color-scheme: dark)");
  const named = (text: string) => new Map([...text.matchAll(/--([a-z-]+): (#[0-9a-f]{6})/g)].map((m) => [m[1]!, m[2]!]));
  const light = (hex: string) => {
    const [r, g, b] = [1, 3, 5].map((i) => parseInt(hex.slice(i, i + 2), 16) / 255).map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)) as [number, number, number];
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const contrast = (a: string, b: string) => {
    const [x, y] = [light(a), light(b)].sort((p, q) => q - p) as [number, number];
    return (x + 0.05) / (y + 0.05);
  };
  for (const [theme, i] of [["light", 0], ["dark", 1]] as const) {
    test(`every act can be told from the page, ${theme}`, () => {
      const base = named(themes(css[0]!)[i]!);
      const acts = named(themes(css[1]!)[i]!);
      expect(acts.size).toBe(ACTS.length);
      for (const act of ACTS) expect(contrast(acts.get(act)!, base.get("paper")!), act).toBeGreaterThanOrEqual(3);
      for (const ink of ["ink", "muted"]) for (const ground of ["paper", "raised", "mark", "added", "cut"]) expect(contrast(base.get(ink)!, base.get(ground)!), `${ink} on ${ground}`).toBeGreaterThanOrEqual(4.5);
    });
  }
});

describe("text", () => {
  test("is cut by code points", () => {
    const points = new Points("a𝄞b–c");
    expect(points.length).toBe(5);
    expect([points.slice(1, 2), points.slice(2, 5), points.slice(3, 99), points.slice(-3, 1)]).toEqual(["𝄞", "b–c", "–c", "a"]);
  });
  test("what turns the direction is shown and turns nothing", () => {
    expect(harmless("a\u202eb\u2066c\u0007d\te\nf")).toBe("a\u{fffd}b\u{fffd}c\u{fffd}d\te\nf");
    expect(Array.from(harmless("\u202e𝄞")).length).toBe(2);
  });
  test("segments lie wholly in or out of each range, and join to the whole", () => {
    const ranges = [{ start: 2, end: 8 }, { start: 5, end: 12 }, { start: 8, end: 8 }, { start: 20, end: 30 }];
    const cut = segments(0, 10, ranges);
    expect(cut.map((s) => [s.start, s.end, s.covers.length])).toEqual([[0, 2, 0], [2, 5, 1], [5, 8, 2], [8, 10, 1]]);
  });
});

describe("lines of an article", () => {
  const span = (start: number, end: number) => ({ start, end, exact: "" });
  const none = { via: [], target: [], addressee: [] };
  const text = "Head 𝄞\n\nWe go, he said.\r\nAnd we\nstay.";
  const points = new Points(text);
  const lines = linesOf(points, [{ kind: "headline", start: 0, end: 6 }, { kind: "body", start: 8, end: 38 }], marked([
    { id: "s1", spans: { ...none, source: [span(15, 17)], cue: [span(18, 22)], content: [span(8, 13), span(25, 37)] } },
  ]));
  test("have their zone and all that is marked in them, also over line ends", () => {
    expect(lines.map((l) => [points.slice(l.start, l.end).trim(), l.zone])).toEqual([["Head 𝄞", "headline"], ["We go, he said.", "body"], ["And we", "body"], ["stay.", "body"]]);
    expect(lines.map((l) => l.ranges.length)).toEqual([0, 3, 1, 1]);
  });
  test("lose no character", () => {
    for (const line of lines) expect(parts(line).map((p) => points.slice(p.start, p.end)).join("")).toBe(points.slice(line.start, line.end));
  });
  test("the sign stands once, behind the last piece", () => {
    expect(lines.flatMap(parts).filter((p) => p.covers.some((c) => c.last && c.end === p.end)).map((p) => p.end)).toEqual([37]);
  });
});

describe("words", () => {
  test("counts that could mislead come in pairs, independent first", () => {
    expect(pair({ reports: 7, independent: 3 })).toBe("3 independent of 7 reports");
    expect(pair({ reports: 1, independent: 1 }, "charge")).toBe("1 charge");
    expect(figures({ reports: 1200, independent: 3 })).toBe("3 / 1,200");
  });
  test("names are listed as one reads them", () => expect([listed([]), listed(["A"]), listed(["A", "B"]), listed(["A", "B", "C"])]).toEqual(["", "A", "A and B", "A, B and C"]));
});

describe("what is told apart", () => {
  test("are parties of one name, and reports of one utterance", () => {
    expect(namesakes([{ name: "Ostrey" }, { name: "Varn" }, { name: "Ostrey" }, { name: "Ostrey" }])).toEqual(new Set(["Ostrey"]));
    expect(difference("act: accuse became state")).toBe("the speaker states here, accuses in the earliest");
    expect(difference("sourcing: named became collective")).toBe("source a group without names here, named in the earliest");
    expect(difference("speaker: Mara Dorn became A. became B.")).toBe("said by B. here, by Mara Dorn became A. in the earliest");
    expect(difference("direct became mixed")).toBe("partly in quotation marks here, in quotation marks in the earliest");
    expect(difference("shorter")).toBe("shorter");
  });
});
