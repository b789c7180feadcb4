import { describe, expect, test } from "vitest";
import { ticks } from "../../src/chart/axis";
import { columns } from "../../src/chart/columns";
import { across, badgeOf, layout, walk, whole } from "../../src/chart/layout";
import { even, folded, long, NARROW, WIDE } from "../../src/chart/scale";
import { head } from "../../src/chart/time";
import { days, iso } from "../../src/record/dates";
import { dispute } from "./dispute";

const overview = dispute();
const choice = { width: 1200, window: whole(overview), acts: null, open: new Set<number>() };

describe("the chart", () => {
  const l = layout(overview, choice);
  const drawn = l.marks.flatMap((m) => m.all.map((x) => x.id));
  test("draws every dated statement once, and nothing twice", () => {
    expect(new Set(drawn).size).toBe(drawn.length);
    for (const m of overview.marks) expect(drawn).toContain(m.id);
  });
  test("counts every undated statement and places none in time", () => {
    const tray = l.marks.filter((m) => !m.dated);
    expect(tray.length + l.lanes.reduce((n, lane) => n + lane.more, 0)).toBe(overview.undated.marks.length);
    for (const m of tray) expect(m.x).toBeGreaterThan(l.plot.right);
  });
  test("no mark covers another", () => {
    for (const a of l.marks) for (const b of l.marks) if (a !== b) expect(Math.hypot(a.x - b.x, a.y - b.y), `${a.id} ${b.id}`).toBeGreaterThanOrEqual(l.radius);
  });
  test("marks stay within their lane", () => {
    for (const m of l.marks) {
      const lane = l.lanes.find((x) => x.lane === m.mark.lane)!;
      expect(m.y).toBeGreaterThanOrEqual(lane.top);
      expect(m.y).toBeLessThanOrEqual(lane.top + lane.height);
    }
  });
  test("a date that is not known to the day is as wide as what is known", () => {
    const month = l.marks.find((m) => m.mark.precision === "month" && m.all.length === 1)!;
    const range = { first: days(month.mark.first)!.start, last: days(month.mark.last)!.end };
    const pixels = l.scale.x(range.last) - l.scale.x(range.first);
    expect(month.band!.to - month.band!.from).toBeGreaterThanOrEqual(pixels);
    expect(l.marks.filter((m) => m.mark.precision === "day" && !m.hatched).every((m) => m.band === null)).toBe(true);
  });
  test("arcs join what is drawn", () => {
    expect(l.arcs.length).toBeGreaterThan(10);
    expect(l.arcs.length).toBeLessThanOrEqual(overview.arcs.length);
    for (const a of l.arcs) expect(l.marks).toContain(a.from);
  });
  test("zooming leaves out what lies outside", () => {
    const window = { start: days("2012-04-01")!.start, end: days("2012-05-01")!.start };
    const near = layout(overview, { ...choice, window });
    const dated = near.marks.filter((m) => m.dated);
    expect(dated.length).toBeGreaterThan(0);
    for (const m of dated) expect(m.mark.last! >= "2012-04-01" && m.mark.first! < "2012-05-01").toBe(true);
  });
  test("a narrow page draws the same statements, gathered where there is no room", () => {
    const narrow = layout(overview, { ...choice, width: 340 });
    const ids = new Set(narrow.marks.flatMap((m) => m.all.map((x) => x.id)));
    for (const m of [...overview.marks, ...overview.undated.marks]) expect(ids.has(m.id)).toBe(true);
    expect(narrow.marks.every((m) => m.x > 0 && m.x < 340)).toBe(true);
  });
  test("equal times are equally long where the reader wants it", () => {
    const plain = layout(overview, { ...choice, even: true });
    expect(plain.scale.folded).toBe(false);
    expect(l.scale.folded).toBe(true);
    expect(plain.scale.x(days("2013-06-01")!.start) - plain.scale.x(days("2013-05-01")!.start)).toBeCloseTo(plain.scale.x(days("2012-06-01")!.start) - plain.scale.x(days("2012-05-01")!.start), 6);
    expect(new Set(plain.marks.flatMap((m) => m.all.map((x) => x.id))).size).toBe(new Set(drawn).size);
  });
  test("an opened lane shows its members, each statement once", () => {
    const open = layout(overview, { ...choice, open: new Set([1]) });
    expect(open.lanes.length).toBeGreaterThan(l.lanes.length);
    const ids = open.marks.filter((m) => m.dated).flatMap((m) => m.all.map((x) => x.id));
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.length).toBe(overview.marks.length);
  });
  test("a lane opens only where a member of it has a mark", () => {
    expect(l.lanes.map((lane) => lane.opens)).toEqual([false, true, false, false]);
    const silent = { ...overview, marks: overview.marks.filter((m) => m.member !== "p1b"), undated: { ...overview.undated, marks: [] } };
    expect(layout(silent, choice).lanes.some((lane) => lane.opens)).toBe(false);
  });
  test("the arrow keys walk in time, and across lanes", () => {
    const order = walk(l.marks);
    const dated = order.filter((m) => m.dated);
    expect(dated.every((m, i) => i === 0 || m.x >= dated[i - 1]!.x)).toBe(true);
    const first = dated.find((m) => m.mark.lane === 1)!;
    expect(across(l.marks, l.lanes, first, 1)!.mark.lane).toBe(2);
    expect(across(l.marks, l.lanes, l.marks.find((m) => m.mark.lane === 0)!, -1)).toBeNull();
  });
  test("a count says independent reports first", () => {
    const m = overview.marks[0]!;
    expect([badgeOf({ ...m, reports: 1, independent: 1 }), badgeOf({ ...m, reports: 7, independent: 3 }), badgeOf({ ...m, reports: 2, independent: 2 })]).toEqual(["", "3/7", "×2"]);
  });
});

describe("a folded scale", () => {
  const window = { start: 15_400, end: 16_200 };
  const needs = new Map([[15_403, 60], [15_404, 40], [15_450, 90], [15_800, 30], [16_170, 120]]);
  test("goes on in one direction, and back", () => {
    for (const folds of [WIDE, NARROW]) {
      const scale = folded(window, 100, 1000, needs, folds);
      expect(scale.folded).toBe(true);
      expect([scale.x(window.start), scale.x(window.end)]).toEqual([100, 1000]);
      for (let day = window.start, before = -1; day <= window.end; day += 3) {
        expect(scale.x(day)).toBeGreaterThanOrEqual(before);
        before = scale.x(day);
        expect(scale.day(before)).toBeCloseTo(day, 6);
      }
    }
  });
  test("gives busy days room and says how long it was quiet", () => {
    const scale = folded(window, 100, 1000, needs, WIDE);
    const wide = scale.stretches.filter((s) => !s.quiet).reduce((sum, s) => sum + s.right - s.left, 0);
    expect(wide).toBeGreaterThan(600);
    expect(scale.x(16_171) - scale.x(16_170)).toBeGreaterThan(100);
    expect([long(6), long(45), long(150), long(1), long(1200)]).toEqual(["6 days", "6 weeks", "5 months", "1 day", "3 years"]);
  });
  test("folds nothing where most of the time is busy, or nothing is known", () => {
    const busy = new Map(Array.from({ length: 90 }, (_, i) => [15_400 + i * 8, 20]));
    expect(folded(window, 100, 1000, busy, WIDE).folded).toBe(false);
    expect(folded(window, 100, 1000, new Map(), WIDE)).toMatchObject({ folded: false });
    expect(even(window, 0, 800).x(15_800)).toBe(400);
  });
  test("names its days, and the year where it is new", () => {
    const stretch = (from: string, to: string) => ({ start: days(from)!.start, end: days(to)!.end, left: 0, right: 9, quiet: false });
    const first = stretch("2012-03-03", "2012-03-04");
    expect(head(first, undefined)).toEqual(["3–4 Mar", "2012"]);
    expect(head(stretch("2012-04-19", "2012-04-19"), first)).toEqual(["19 Apr", ""]);
    expect(head(stretch("2012-12-30", "2013-01-02"), first)).toEqual(["30 Dec – 2 Jan", "2013"]);
    expect(head(stretch("2012-06-01", "2012-07-02"), first, true)).toEqual(["Jun–Jul", ""]);
  });
});

describe("within a day", () => {
  const day = (id: string, row: string) => ({ id, row, day: 1 });
  test("an answer stands right of what it answers, in any lane", () => {
    const c = columns([day("charge", "a"), day("denial", "b"), day("retort", "a"), day("other", "b")], [{ from: "denial", to: "charge" }, { from: "retort", to: "denial" }]);
    const [charge, denial, retort] = ["charge", "denial", "retort"].map((id) => c.at.get(id)!) as [number, number, number];
    expect(charge < denial && denial < retort).toBe(true);
    expect(c.at.get("other")).toBe(0);
    expect(c.of.get(1)).toBe(3);
  });
  test("answers in a circle come to an end, and a full column is followed by another", () => {
    const c = columns([day("a", "x"), day("b", "x")], [{ from: "a", to: "b" }, { from: "b", to: "a" }]);
    expect(Math.max(...c.at.values())).toBeLessThan(c.of.get(1)!);
    const many = columns(Array.from({ length: 10 }, (_, i) => day(`m${i}`, "x")), []);
    expect(many.of.get(1)).toBe(3);
  });
});

describe("ticks", () => {
  test("have room and begin where days, months and years begin", () => {
    for (const [from, to] of [["2012-03-01", "2014-04-30"], ["2012-04-10", "2012-04-24"], ["1950-01-01", "2030-01-01"], ["2012-01-15", "2012-06-01"]] as const) {
      const window = { start: days(from)!.start, end: days(to)!.end };
      const found = ticks(window, 1000, 80);
      expect(found.length, from).toBeGreaterThan(1);
      expect(found.length, from).toBeLessThanOrEqual(14);
      for (const t of found) expect(t.day >= window.start && t.day < window.end, iso(t.day)).toBe(true);
    }
    expect(ticks({ start: days("2012-03-10")!.start, end: days("2014-04-30")!.end }, 900, 80).filter((t) => t.label.includes("2013")).map((t) => iso(t.day))).toEqual(["2013-01-01"]);
  });
});
