/**
 * From days to pixels and back. Where little of the time is busy, quiet stretches are folded to a
 * narrow strip that says how long it is, so that what was said has room.
 */

export interface Window {
  start: number;
  end: number;
}

export interface Stretch {
  /** Days, end excluded. */
  start: number;
  end: number;
  /** Pixels. */
  left: number;
  right: number;
  quiet: boolean;
}

export interface Scale {
  x(day: number): number;
  day(x: number): number;
  stretches: Stretch[];
  folded: boolean;
}

/** Pixels that a day wants for its marks, by day. */
export type Needs = Map<number, number>;

/** Pixels of folding: how wide a strip is, how wide at least a busy stretch, and with its strip on average. */
export interface Folds {
  strip: number;
  least: number;
  apart: number;
}

/** A strip has room for a line of small type, upright; on a phone it is a mere break. */
export const WIDE: Folds = { strip: 20, least: 44, apart: 72 };
export const NARROW: Folds = { strip: 8, least: 20, apart: 36 };
/** As much wider than it wants may a busy stretch be drawn; what is left goes to the strips. */
const MOST_STRETCHED = 2.4;
/** Folding pays where no more than this part of the time is busy. */
const BUSY = 0.55;

function of(stretches: Stretch[], folded: boolean): Scale {
  const along = (value: number, from: "start" | "left", to: "left" | "start") => {
    const until = { start: "end", left: "right" } as const;
    const s = stretches.find((x) => value < x[until[from]]) ?? stretches.at(-1)!;
    const part = (value - s[from]) / (s[until[from]] - s[from] || 1);
    return s[to] + part * (s[until[to]] - s[to]);
  };
  return { stretches, folded, x: (day) => along(day, "start", "left"), day: (x) => along(x, "left", "start") };
}

/** Equal times are equally long. */
export function even(window: Window, left: number, right: number): Scale {
  return of([{ ...window, left, right, quiet: false }], false);
}

/** Busy days, joined over gaps of up to `gap` days. */
function joined(busy: number[], gap: number): Window[] {
  const found: Window[] = [];
  for (const day of busy) {
    const last = found.at(-1);
    if (last && day - last.end <= gap) last.end = day + 1;
    else found.push({ start: day, end: day + 1 });
  }
  return found;
}

/** Folds what is quiet; an even scale where that would gain nothing. */
export function folded(window: Window, left: number, right: number, needs: Needs, folds: Folds): Scale {
  const days = [...needs.keys()].filter((d) => d >= window.start && d < window.end).sort((a, b) => a - b);
  const room = Math.max(1, Math.floor((right - left) / folds.apart));
  const gaps = [2, 4, 7, 14, 30, 60, 120, 365, 1000, Infinity];
  const busy = joined(days, gaps.find((gap) => joined(days, gap).length <= room) ?? Infinity);
  const length = busy.reduce((sum, b) => sum + b.end - b.start, 0);
  if (busy.length < 2 || length > (window.end - window.start) * BUSY) return even(window, left, right);
  const wants = busy.map((b) => {
    const mine = days.filter((d) => d >= b.start && d < b.end).map((d) => needs.get(d) ?? 0);
    return Math.max(folds.least, Math.min((b.end - b.start) * Math.max(...mine), mine.reduce((x, y) => x + y, 0) + 4 * (b.end - b.start)));
  });
  const margin = 6;
  const free = right - left - 2 * margin - folds.strip * (busy.length - 1);
  const all = wants.reduce((x, y) => x + y, 0);
  const by = Math.min(MOST_STRETCHED, free / all);
  const strip = folds.strip + (free - by * all) / (busy.length - 1);
  const stretches: Stretch[] = [{ start: window.start, end: busy[0]!.start, left, right: left + margin, quiet: true }];
  let x = left + margin;
  busy.forEach((b, i) => {
    const before = busy[i - 1];
    if (before) {
      stretches.push({ start: before.end, end: b.start, left: x, right: x + strip, quiet: true });
      x += strip;
    }
    stretches.push({ ...b, left: x, right: x + wants[i]! * by, quiet: false });
    x += wants[i]! * by;
  });
  stretches.push({ start: busy.at(-1)!.end, end: window.end, left: x, right, quiet: true });
  return of(stretches.filter((s) => s.end > s.start), true);
}

/** How long a quiet stretch is, in words: "6 days", "5 weeks", "8 months", "3 years". */
export function long(days: number): string {
  const [n, unit] = days < 21 ? [days, "day"] : days < 61 ? [days / 7, "week"] : days < 700 ? [days / 30.4, "month"] : [days / 365.25, "year"];
  const whole = Math.round(n);
  return `${whole} ${unit}${whole === 1 ? "" : "s"}`;
}
