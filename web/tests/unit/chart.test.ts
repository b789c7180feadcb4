import { describe, expect, test } from "vitest";
import { Dossier } from "../../mock/dossier";
import { kept } from "../../mock/server";
import { ticks } from "../../src/chart/axis";
import { across, badgeOf, layout, walk, whole } from "../../src/chart/layout";
import { days, iso } from "../../src/record/dates";

const overview = new Dossier(kept()).overview();
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
    const pixels = ((range.last - range.first) / (choice.window.end - choice.window.start)) * (l.plot.right - l.plot.left);
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
  test("an opened lane shows its members, each statement once", () => {
    const open = layout(overview, { ...choice, open: new Set([1]) });
    expect(open.lanes.length).toBeGreaterThan(l.lanes.length);
    const ids = open.marks.filter((m) => m.dated).flatMap((m) => m.all.map((x) => x.id));
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.length).toBe(overview.marks.length);
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
