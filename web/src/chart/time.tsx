/** The axis of time: ticks on an even scale; on a folded one the days of each busy stretch, and how long it was quiet. */

import { iso } from "../record/dates";
import { ticks } from "./axis";
import type { Layout } from "./layout";
import { long, type Stretch, type Window } from "./scale";

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** Two lines over a busy stretch: its days (or months, where there is no room), and the year where it is another than before. */
export function head(s: Stretch, before: Stretch | undefined, narrow = false): [string, string] {
  const [first, last] = [iso(s.start), iso(s.end - 1)].map((d) => d.split("-").map(Number) as [number, number, number]) as [[number, number, number], [number, number, number]];
  const month = (m: number) => MONTHS[m - 1]!;
  const year = String(last[0]);
  const known = before && iso(before.end - 1).slice(0, 4) === year && iso(s.start).slice(0, 4) === year ? "" : year;
  if (narrow) return [first[1] === last[1] && first[0] === last[0] ? month(last[1]) : `${month(first[1])}–${month(last[1])}`, known];
  const to = first[0] === last[0] && first[1] === last[1] ? (first[2] === last[2] ? `${first[2]}` : `${first[2]}–${last[2]}`) : `${first[2]} ${month(first[1])} –`;
  return [to.endsWith("–") ? `${to} ${last[2]} ${month(last[1])}` : `${to} ${month(first[1])}`, known];
}

export function Time({ l, window, room }: { l: Layout; window: Window; room: number }) {
  const { x } = l.scale;
  if (!l.scale.folded) {
    return (
      <g class="axis" aria-hidden="true">
        {ticks(window, l.plot.right - l.plot.left, room).map((t) => (
          <g key={t.day} transform={`translate(${x(t.day)},0)`}>
            <line class={t.strong ? "tick strong" : "tick"} y1={l.plot.top - 6} y2={l.plot.bottom} />
            {x(t.day) < l.plot.right - 24 && <text class={t.strong ? "tick-label strong" : "tick-label"} x={3} y={l.plot.top - 12}>{t.label}</text>}
          </g>
        ))}
      </g>
    );
  }
  const busy = l.scale.stretches.filter((s) => !s.quiet);
  // A label that would run into the one before is left out.
  const ends = [-Infinity, -Infinity];
  return (
    <g class="axis" aria-hidden="true">
      {l.scale.stretches.map((s) => {
        const width = s.right - s.left;
        if (s.quiet) {
          const middle = (s.left + s.right) / 2;
          const edge = s === l.scale.stretches[0] || s === l.scale.stretches.at(-1);
          if (edge) return null;
          return (
            <g key={s.start}>
              <rect class="quiet" x={s.left} width={width} y={l.plot.top - 6} height={l.plot.bottom - l.plot.top + 6} />
              {width >= 16 && <text class="quiet-label" transform={`translate(${middle + 4},${(l.plot.top + l.plot.bottom) / 2}) rotate(-90)`} text-anchor="middle">{long(s.end - s.start)}</text>}
            </g>
          );
        }
        const words = head(s, busy[busy.indexOf(s) - 1], l.tight);
        const [days, year] = words.map((text, line) => {
          if (!text || s.left < ends[line]! + 4) return "";
          ends[line] = s.left + text.length * 6.4;
          return text;
        }) as [string, string];
        const each = width / (s.end - s.start);
        const lines = each >= 18 ? Array.from({ length: Math.round(s.end - s.start) - 1 }, (_, i) => s.left + each * (i + 1)) : [];
        return (
          <g key={s.start}>
            {lines.map((at) => <line key={at} class="tick" x1={at} x2={at} y1={l.plot.top - 4} y2={l.plot.bottom} />)}
            {year && <text class="tick-label strong" x={s.left + 1} y={l.plot.top - 24}>{year}</text>}
            {days && <text class={`tick-label${words[1] ? " strong" : ""}`} x={s.left + 1} y={l.plot.top - 10}>{days}</text>}
          </g>
        );
      })}
    </g>
  );
}
