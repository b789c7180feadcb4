/** An article's text line by line, each with its zone and all that is marked in it. */

import type { Row, Spans, Zone } from "../api/types";
import { Points, type Segment, segments } from "./text";

export type Role = "source" | "cue" | "content";

export interface Marked {
  start: number;
  end: number;
  role: Role;
  statement: string;
  /** The last piece of the statement's content: its sign stands behind it. */
  last: boolean;
}

export interface Line {
  start: number;
  end: number;
  zone: string;
  ranges: Marked[];
}

/** Every span of the statements that is drawn, in the order of the text. */
export function marked(statements: (Pick<Row, "id"> & { spans: Spans })[]): Marked[] {
  const all: Marked[] = [];
  for (const s of statements) {
    const content = s.spans.content;
    // Where nothing is quoted the cue carries the sign.
    const lastOf: Role = content.length ? "content" : "cue";
    for (const role of ["source", "cue", "content"] as const) {
      s.spans[role].forEach((x, i) => all.push({ start: x.start, end: x.end, role, statement: s.id, last: role === lastOf && i === s.spans[role].length - 1 }));
    }
  }
  return all.sort((a, b) => a.start - b.start || b.end - a.end);
}

/** The last element whose key is at most `value`, by binary search; -1 before the first. */
function lastAtMost<T>(all: T[], key: (x: T) => number, value: number): number {
  let [low, high] = [0, all.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (key(all[middle]!) <= value) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** Cuts a text at its line ends. Empty lines are left out. A line is of the zone in which it begins. */
export function linesOf(points: Points, zones: Zone[], ranges: Marked[]): Line[] {
  const lines: Line[] = [];
  const sorted = [...zones].sort((a, b) => a.start - b.start);
  let at = 0;
  for (const line of points.text.split("\n")) {
    const length = new Points(line).length;
    if (line.trim()) {
      const lead = line.length - line.trimStart().length;
      const zone = sorted[lastAtMost(sorted, (z) => z.start, at + lead)];
      lines.push({ start: at, end: at + length, zone: zone && zone.end > at + lead ? zone.kind : "body", ranges: [] });
    }
    at += length + 1;
  }
  for (const r of ranges) {
    for (let i = Math.max(0, lastAtMost(lines, (l) => l.start, r.start)); i < lines.length && lines[i]!.start < r.end; i++) {
      if (lines[i]!.end > r.start) lines[i]!.ranges.push(r);
    }
  }
  return lines;
}

export function parts(line: Line): Segment<Marked>[] {
  return segments(line.start, line.end, line.ranges);
}
