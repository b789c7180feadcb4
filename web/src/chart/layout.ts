/**
 * The chart of exchanges as numbers: where each lane, mark, band and arc lies. A pure function of
 * the data, the window of time and the width; drawing and keys are elsewhere.
 */

import type { Arc, ChartMark, Overview } from "../api/types";
import { type Act, actOf } from "../record/acts";
import { days } from "../record/dates";
import { columns, type InDay } from "./columns";
import { even, folded, NARROW as NARROW_FOLDS, type Needs, WIDE as WIDE_FOLDS, type Scale, type Window } from "./scale";

export type { Window } from "./scale";

export interface PlacedMark {
  id: string;
  act: Act;
  x: number;
  y: number;
  /** The first of what the mark stands for. */
  mark: ChartMark;
  /** All that it stands for: more than one where there is no room for each. */
  all: ChartMark[];
  /** From where to where the date may lie, in pixels, if not known to the day or drawn wide enough to see. */
  band: { from: number; to: number } | null;
  hatched: boolean;
  /** Only the day of publication is known: it was said then or before. */
  by: boolean;
  /** What is written beside the mark: reports, or how many marks are in one. */
  badge: string;
  dated: boolean;
}

export interface PlacedLane {
  name: string;
  party: string | null;
  lane: number;
  member: string | null;
  top: number;
  height: number;
  /** Where the line of the lane lies. */
  axis: number;
  opens: boolean;
  open: boolean;
  /** How many undated marks are not drawn for want of room. */
  more: number;
}

export interface Layout {
  width: number;
  height: number;
  plot: { left: number; right: number; top: number; bottom: number };
  /** Where what has no date waits: beside the lanes, or below them on a narrow page. */
  tray: { left: number; right: number; top: number; bottom: number; count: number } | null;
  lanes: PlacedLane[];
  marks: PlacedMark[];
  arcs: { arc: Arc; from: PlacedMark; to: PlacedMark; path: string }[];
  radius: number;
  scale: Scale;
  tight: boolean;
}

export interface Choice {
  width: number;
  window: Window;
  /** Acts to show; null for all that there are. */
  acts: Set<string> | null;
  /** Equal times equally long, quiet ones too. */
  even?: boolean;
  /** Lanes opened into their members, by number. */
  open: Set<number>;
}

const NARROW = 640;
/** A plot of fewer pixels has no room for long words on its axis. */
const TIGHT = 560;
const MOST_ROWS = 7;
const TRAY_COLUMNS = 5;

/** Pixels of a badge's text. */
const wide = (text: string) => text.length * 6.2 + (text ? 3 : 0);

export function badgeOf(m: ChartMark): string {
  if (m.count > 1) return `×${m.count}`;
  if (m.reports < 2) return "";
  return m.independent === m.reports ? `×${m.reports}` : `${m.independent}/${m.reports}`;
}

/** The whole time of an overview with a little air, or a year around nothing. */
export function whole(overview: Overview): Window {
  const all = overview.all ?? overview.shown;
  const first = days(all?.first)?.start;
  const last = days(all?.last)?.end;
  if (first === undefined || last === undefined) return { start: 0, end: 365 };
  const air = Math.max(1, (last - first) * 0.02);
  return { start: first - air, end: last + air };
}

interface Row {
  lane: number;
  member: string | null;
  name: string;
  party: string | null;
  opens: boolean;
  open: boolean;
}

function rowsOf(overview: Overview, open: Set<number>): Row[] {
  return overview.lanes.flatMap((l, lane) => {
    const shown = new Set<string | null>([...overview.marks, ...overview.undated.marks].filter((m) => m.lane === lane).map((m) => m.member));
    // Who has no mark here would be a row with nothing on it, and a lane of nobody else has nothing to open.
    const members = l.members.filter((m) => m.party !== l.party && shown.has(m.party));
    const opens = members.length > 0;
    const isOpen = opens && open.has(lane);
    const head: Row = { lane, member: null, name: l.name, party: l.party, opens, open: isOpen };
    if (!isOpen) return [head];
    return [head, ...members.map((m): Row => ({ lane, member: m.party, name: m.name, party: m.party, opens: false, open: false }))];
  });
}

const isDay = (m: ChartMark) => m.precision === "day" || m.precision === "time";

/** The members of a lane that have rows of their own. */
function membersOf(rows: Row[], lane: number): Set<string | null> {
  return new Set(rows.filter((r) => r.lane === lane && r.member !== null).map((r) => r.member));
}

/** Is a mark on this row? An opened lane keeps only what its party said itself, or whoever has no row. */
function isOn(row: Row, mark: ChartMark, members: Set<string | null>): boolean {
  if (mark.lane !== row.lane) return false;
  if (row.member !== null) return mark.member === row.member;
  return !row.open || !members.has(mark.member);
}

/** Marks that have no room each become one for each act and column. */
function gather(placed: PlacedMark[], radius: number): PlacedMark[] {
  const cell = radius * 2.4;
  const groups = new Map<string, PlacedMark[]>();
  for (const p of placed) {
    const key = `${Math.floor(p.x / cell)}|${p.act}`;
    const group = groups.get(key);
    if (group) group.push(p);
    else groups.set(key, [p]);
  }
  return [...groups.values()].map((group) => {
    const first = group[0]!;
    if (group.length === 1) return first;
    const all = group.flatMap((g) => g.all);
    const bands = group.flatMap((g) => (g.band ? [g.band] : []));
    return {
      ...first,
      all,
      x: group.reduce((sum, g) => sum + g.x, 0) / group.length,
      band: bands.length ? { from: Math.min(...bands.map((b) => b.from)), to: Math.max(...bands.map((b) => b.to)) } : null,
      badge: `×${all.reduce((n, m) => n + m.count, 0)}`,
    };
  });
}

/** Gives each mark a row so that none covers another: 0, then one above, one below, and so on. */
function stack(marks: PlacedMark[], radius: number): { mark: PlacedMark; row: number }[] {
  const rows: number[][] = [];
  const free = (row: number, from: number) => (rows[row]?.[0] ?? -Infinity) <= from;
  return [...marks]
    .sort((a, b) => a.x - b.x || (a.id < b.id ? -1 : 1))
    .map((mark) => {
      const from = mark.x - radius - 1.5;
      const to = mark.x + radius + 1.5 + wide(mark.badge);
      let row = 0;
      while (!free(row, from)) row++;
      rows[row] = [to];
      return { mark, row };
    });
}

/** 0, -1, 1, -2, 2 …: rows fill from the line of the lane outwards. */
const outward = (row: number) => (row % 2 ? -(row + 1) / 2 : row / 2);

export function layout(overview: Overview, choice: Choice): Layout {
  const { width, window } = choice;
  const narrow = width < NARROW;
  const radius = narrow ? 5 : 6;
  const pitch = radius * 2 + 4;
  const wanted = (m: ChartMark) => !choice.acts || choice.acts.has(m.act);
  const undated = overview.undated.marks.filter(wanted);
  const side = narrow || undated.length === 0 ? null : { left: width - TRAY_COLUMNS * pitch - 18, right: width };
  // On a narrow page a badge must still have room at the right.
  const plot = { left: narrow ? 8 : 170, right: side ? side.left - 26 : width - (narrow ? 28 : 10), top: 42, bottom: 0 };
  const rows = rowsOf(overview, choice.open);
  const rowOf = (m: ChartMark) => {
    const members = membersOf(rows, m.lane);
    return `${m.lane}|${members.has(m.member) ? m.member : ""}`;
  };
  const inDay: InDay[] = overview.marks.filter((m) => wanted(m) && isDay(m)).map((m) => ({ id: m.id, row: rowOf(m), day: days(m.first)!.start }));
  const inColumns = columns(inDay, overview.arcs);
  const badged = new Set(overview.marks.filter((m) => badgeOf(m)).map((m) => m.id));
  const needs: Needs = new Map([...inColumns.of].map(([day, n]) => [day, n * pitch + 8]));
  for (const m of inDay) if (badged.has(m.id)) needs.set(m.day, Math.max(needs.get(m.day)!, inColumns.of.get(m.day)! * (pitch + 20) + 8));
  const tight = plot.right - plot.left < TIGHT;
  const scale = choice.even ? even(window, plot.left, plot.right) : folded(window, plot.left, plot.right, needs, tight ? NARROW_FOLDS : WIDE_FOLDS);
  /** The middle of the day, or the mark's own column where days are wide. */
  const within = (m: ChartMark, first: number): number => {
    const [left, right] = [scale.x(first), scale.x(first + 1)];
    const all = inColumns.of.get(first) ?? 1;
    const room = right - left - 8;
    return room / all < radius * 2 ? (left + right) / 2 : left + 4 + (room * ((inColumns.at.get(m.id) ?? 0) + 0.5)) / all;
  };
  const lanes: PlacedLane[] = [];
  const marks: PlacedMark[] = [];
  let y = plot.top + 8;
  for (const row of rows) {
    const members = membersOf(rows, row.lane);
    const mine = overview.marks.filter((m) => wanted(m) && isOn(row, m, members));
    const inside: PlacedMark[] = [];
    for (const m of mine) {
      const [first, last] = [days(m.first), days(m.last)];
      if (!first || !last || last.end <= window.start || first.start >= window.end) continue;
      const from = scale.x(Math.max(first.start, window.start));
      const to = scale.x(Math.min(last.end, window.end));
      const hatched = m.basis === "inferred";
      const vague = !isDay(m);
      const x = vague ? (from + to) / 2 : within(m, first.start);
      const band = vague || hatched ? { from: Math.min(from, x - radius - 4), to: Math.max(to, x + radius + 4) } : null;
      inside.push({ id: m.id, act: actOf(m.act), x, y: 0, mark: m, all: [m], band, hatched, by: m.basis === "published", badge: badgeOf(m), dated: true });
    }
    let stacked = stack(inside, radius);
    if (Math.max(0, ...stacked.map((s) => s.row)) >= MOST_ROWS) stacked = stack(gather(inside, radius), radius);
    const label = narrow ? 18 : 0;
    const deepest = Math.max(0, ...stacked.map((s) => s.row));
    const waiting = side ? undated.filter((m) => isOn(row, m, members)) : [];
    const depth = Math.max(deepest + 1, Math.min(3, Math.ceil(waiting.length / TRAY_COLUMNS)));
    const height = label + Math.max(row.member === null ? 2.4 : 1.7, depth + 0.9) * pitch;
    const axis = y + label + (height - label) / 2;
    const even = (deepest + 1) % 2 ? 0 : 0.5;
    for (const { mark, row: at } of stacked) marks.push({ ...mark, y: axis + (outward(at) + even) * pitch });
    const room = depth * TRAY_COLUMNS;
    const drawn = waiting.length > room ? waiting.slice(0, room - 2) : waiting;
    const tall = Math.ceil(Math.min(waiting.length, room) / TRAY_COLUMNS);
    drawn.forEach((m, i) => {
      marks.push({
        id: m.id, act: actOf(m.act), mark: m, all: [m], band: null, hatched: false, by: false, badge: "", dated: false,
        x: side!.left + pitch * 0.9 + (i % TRAY_COLUMNS) * pitch,
        y: axis + (Math.floor(i / TRAY_COLUMNS) - (tall - 1) / 2) * pitch,
      });
    });
    lanes.push({ ...row, top: y, height, axis, more: waiting.length - drawn.length });
    y += height + (narrow ? 4 : 6);
  }
  plot.bottom = y;
  let tray: Layout["tray"] = side && { ...side, top: plot.top - 6, bottom: plot.bottom, count: undated.length };
  if (narrow && undated.length) {
    const columns = Math.floor((width - 8) / pitch);
    const top = y + 26;
    undated.forEach((m, i) => {
      marks.push({ id: m.id, act: actOf(m.act), mark: m, all: [m], band: null, hatched: false, by: false, badge: "", dated: false, x: 4 + pitch * ((i % columns) + 0.5), y: top + pitch * (Math.floor(i / columns) + 0.6) });
    });
    y = top + pitch * (Math.ceil(undated.length / columns) + 0.2);
    tray = { left: 0, right: width, top, bottom: y, count: undated.length };
  }
  return { width, height: y + 8, plot, tray, lanes, marks, arcs: arcsOf(overview.arcs, marks, radius), radius, scale, tight };
}

function arcsOf(arcs: Arc[], marks: PlacedMark[], radius: number): Layout["arcs"] {
  const by = new Map<string, PlacedMark>();
  for (const p of marks) for (const m of p.all) by.set(m.id, p);
  return arcs.flatMap((arc) => {
    const [from, to] = [by.get(arc.from), by.get(arc.to)];
    if (!from || !to || from === to) return [];
    return [{ arc, from, to, path: curve(from, to, radius) }];
  });
}

const n = (x: number) => String(Math.round(x * 10) / 10);

/** From an answer to what it answers: bowed, so that arcs of one day do not lie on each other. */
export function curve(from: { x: number; y: number }, to: { x: number; y: number }, radius: number): string {
  const dy = to.y - from.y;
  if (Math.abs(dy) < radius * 3) {
    const rise = Math.min(60, 14 + Math.abs(to.x - from.x) * 0.18);
    const top = Math.min(from.y, to.y) - rise;
    return `M${n(from.x)},${n(from.y)}C${n(from.x)},${n(top)},${n(to.x)},${n(top)},${n(to.x)},${n(to.y)}`;
  }
  const bow = Math.min(26, Math.abs(dy) * 0.18) * (from.x === to.x ? 1 : 0.4);
  return `M${n(from.x)},${n(from.y)}C${n(from.x + bow)},${n(from.y + dy * 0.5)},${n(to.x + bow)},${n(from.y + dy * 0.5)},${n(to.x)},${n(to.y)}`;
}

/** The marks in order of time, undated ones after them: the walk of the arrow keys. */
export function walk(marks: PlacedMark[]): PlacedMark[] {
  return [...marks].sort((a, b) => Number(b.dated) - Number(a.dated) || a.x - b.x || a.y - b.y || (a.id < b.id ? -1 : 1));
}

/** The mark nearest in time in the next row up or down that has any. */
export function across(marks: PlacedMark[], lanes: PlacedLane[], from: PlacedMark, step: 1 | -1): PlacedMark | null {
  const row = (m: PlacedMark) => lanes.findIndex((l) => m.y >= l.top && m.y <= l.top + l.height);
  for (let r = row(from) + step; r >= 0 && r < lanes.length; r += step) {
    const there = marks.filter((m) => row(m) === r && m.dated === from.dated);
    if (there.length) return there.reduce((best, m) => (Math.abs(m.x - from.x) < Math.abs(best.x - from.x) ? m : best));
  }
  return null;
}
