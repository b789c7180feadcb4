/**
 * Text of articles. Offsets of the record count Unicode code points, those of JavaScript strings
 * UTF-16 units; this is the only place where one becomes the other.
 */

/** A text that can be cut by code points. */
export class Points {
  private readonly jumps: Int32Array | null;

  constructor(readonly text: string) {
    // Texts without surrogate pairs have equal offsets, and most are such.
    this.jumps = /[\ud800-\udbff]/.test(text) ? offsets(text) : null;
  }

  get length(): number {
    return this.jumps ? this.jumps.length - 1 : this.text.length;
  }

  /** The words between two offsets of the record; offsets outside the text are held to its ends. */
  slice(start: number, end: number): string {
    return this.text.slice(this.unit(start), this.unit(end));
  }

  private unit(point: number): number {
    const p = Math.max(0, Math.min(point, this.length));
    return this.jumps ? (this.jumps[p] ?? this.text.length) : p;
  }
}

function offsets(text: string): Int32Array {
  const found: number[] = [];
  let at = 0;
  for (const c of text) {
    found.push(at);
    at += c.length;
  }
  found.push(at);
  return Int32Array.from(found);
}

/** A stretch of text and all that covers it. */
export interface Segment<T> {
  start: number;
  end: number;
  covers: T[];
}

/** Cuts `[from, to)` at the ends of all ranges, so that each part lies wholly in or out of each. */
export function segments<T extends { start: number; end: number }>(from: number, to: number, ranges: T[]): Segment<T>[] {
  const inside = ranges.filter((r) => r.start < to && r.end > from && r.start < r.end);
  const cuts = new Set([from, to]);
  for (const r of inside) {
    cuts.add(Math.max(from, r.start));
    cuts.add(Math.min(to, r.end));
  }
  const ends = [...cuts].sort((a, b) => a - b);
  const opening = [...inside].sort((a, b) => a.start - b.start);
  const open = new Set<T>();
  const parts: Segment<T>[] = [];
  let next = 0;
  for (let i = 0; i + 1 < ends.length; i++) {
    const start = ends[i]!;
    const end = ends[i + 1]!;
    for (const r of open) if (r.end <= start) open.delete(r);
    while (next < opening.length && opening[next]!.start <= start) open.add(opening[next++]!);
    parts.push({ start, end, covers: [...open].filter((r) => r.end > start) });
  }
  return parts;
}

const TURNING = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g;

/**
 * A text with a visible sign in place of each character that turns the direction of others or
 * controls a terminal. For showing only: what is exported comes from the server as it is.
 */
export function harmless(text: string): string {
  return text.replace(TURNING, "\u{fffd}");
}
