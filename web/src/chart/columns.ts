/**
 * Where the marks of one day lie within it, if the day is wide enough: in the order of the articles,
 * and an answer right of what it answers.
 */

import type { Arc } from "../api/types";

/** As many marks of a lane lie above one another before a new column begins. */
const DEEP = 4;
/** Answers to answers go no further to the right than this. */
const MOST_TURNS = 4;

export interface InDay {
  id: string;
  /** Its row in the chart. */
  row: string;
  day: number;
}

export interface Columns {
  /** How many columns each day has. */
  of: Map<number, number>;
  /** In which each mark stands. */
  at: Map<string, number>;
}

export function columns(marks: InDay[], arcs: Pick<Arc, "from" | "to">[]): Columns {
  const dayOf = new Map(marks.map((m) => [m.id, m.day]));
  const turn = new Map(marks.map((m) => [m.id, 0]));
  const within = arcs.filter((a) => dayOf.has(a.from) && dayOf.get(a.from) === dayOf.get(a.to));
  for (let i = 1; i < MOST_TURNS; i++) {
    // Round after round, so that a circle of answers comes to an end.
    for (const a of within) if (turn.get(a.to)! === i - 1 && turn.get(a.from)! < i) turn.set(a.from, i);
  }
  const counts = new Map<string, number>();
  const widths = new Map<number, number[]>();
  const place = new Map<string, [number, number]>();
  for (const m of marks) {
    const t = turn.get(m.id)!;
    const key = `${m.day}|${t}|${m.row}`;
    const before = counts.get(key) ?? 0;
    counts.set(key, before + 1);
    const column = Math.floor(before / DEEP);
    place.set(m.id, [t, column]);
    const width = widths.get(m.day) ?? new Array<number>(MOST_TURNS).fill(0);
    width[t] = Math.max(width[t]!, column + 1);
    widths.set(m.day, width);
  }
  const at = new Map<string, number>();
  for (const [id, [t, column]] of place) {
    const width = widths.get(dayOf.get(id)!)!;
    at.set(id, width.slice(0, t).reduce((x, y) => x + y, 0) + column);
  }
  return { at, of: new Map([...widths].map(([day, width]) => [day, width.reduce((x, y) => x + y, 0)])) };
}
