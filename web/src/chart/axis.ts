/** Ticks of time: as many as have room, at the beginnings of days, months or years. */

import { days, iso } from "../record/dates";
import type { Window } from "./layout";

export interface Tick {
  day: number;
  label: string;
  /** The beginning of a year among months, of a month among days. */
  strong: boolean;
}

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const STEPS: ["day" | "month" | "year", number, number][] = [
  ["day", 1, 1], ["day", 2, 2], ["day", 7, 7], ["month", 1, 30.4], ["month", 3, 91.3], ["month", 6, 182.6],
  ["year", 1, 365], ["year", 2, 730], ["year", 5, 1826], ["year", 10, 3652], ["year", 50, 18262],
];

/** Ticks at least `room` pixels apart. */
export function ticks(window: Window, pixels: number, room: number): Tick[] {
  const span = window.end - window.start;
  const [unit, step] = STEPS.find(([, , length]) => (length / span) * pixels >= room) ?? STEPS.at(-1)!;
  const found: Tick[] = [];
  const [year, month] = iso(window.start).split("-").map(Number) as [number, number];
  if (unit === "day") {
    const begin = Math.ceil(window.start / step) * step;
    for (let day = begin; day < window.end; day += step) {
      const [y, m, d] = iso(day).split("-").map(Number) as [number, number, number];
      const strong = found.length === 0 || d <= step;
      found.push({ day, label: strong ? `${d} ${MONTHS[m - 1]}${found.length === 0 || m === 1 ? ` ${y}` : ""}` : String(d), strong });
    }
  } else {
    const months = unit === "year" ? 12 * step : step;
    for (let at = Math.floor((year * 12 + month - 1) / months) * months; ; at += months) {
      const [y, m] = [Math.floor(at / 12), at % 12];
      const day = days(`${String(y).padStart(4, "0")}-${String(m + 1).padStart(2, "0")}`)?.start ?? 0;
      if (day >= window.end) break;
      if (day < window.start) continue;
      const strong = m === 0 || found.length === 0;
      found.push({ day, label: unit === "year" ? String(y) : strong ? `${MONTHS[m]} ${y}` : MONTHS[m]!, strong });
    }
  }
  return found;
}
