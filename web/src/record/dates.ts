/**
 * Dates as the record knows them: a value as long as its precision goes ("2012", "2012-03",
 * "2012-W14", "2012-03-04", with a time perhaps). All arithmetic is on whole days in UTC; no clock is read.
 */

export type Precision = "time" | "day" | "week" | "month" | "quarter" | "season" | "year" | "decade" | "unknown";

/** Days since 1 January 1970; `end` is the first day that is no longer meant. */
export interface Days {
  start: number;
  end: number;
}

const DAY = 86_400_000;
const MONTHS = [
  "January", "February", "March", "April", "May", "June",
  "July", "August", "September", "October", "November", "December",
];

function day(year: number, month: number, date: number): number {
  return Date.UTC(year, month - 1, date) / DAY;
}

/** The first day of an ISO week: the Monday of the week that has 4 January in it, and so on. */
function week(year: number, number: number): number {
  const fourth = day(year, 1, 4);
  const monday = fourth - ((new Date(fourth * DAY).getUTCDay() + 6) % 7);
  return monday + 7 * (number - 1);
}

const PART_START: Record<string, number> = { Q1: 1, Q2: 4, Q3: 7, Q4: 10, SP: 3, SU: 6, FA: 9, WI: 12 };

/** The days that a value of the record may mean, or null where it names no day at all. */
export function days(value: string | null | undefined): Days | null {
  if (!value) return null;
  const m = /^(\d{4})(?:-(?:W(\d{2})|(Q[1-4]|SP|SU|FA|WI)|(\d{2})(?:-(\d{2}))?))?/.exec(value);
  if (!m) return null;
  const year = Number(m[1]);
  if (m[2]) {
    const start = week(year, Number(m[2]));
    return { start, end: start + 7 };
  }
  if (m[3]) {
    const month = PART_START[m[3]] ?? 1;
    return { start: day(year, month, 1), end: day(year, month + 3, 1) };
  }
  if (m[5]) {
    const start = day(year, Number(m[4]), Number(m[5]));
    return { start, end: start + 1 };
  }
  if (m[4]) return { start: day(year, Number(m[4]), 1), end: day(year, Number(m[4]) + 1, 1) };
  return { start: day(year, 1, 1), end: day(year + 1, 1, 1) };
}

/** A day number as `2012-03-04`. */
export function iso(day: number): string {
  return new Date(Math.floor(day) * DAY).toISOString().slice(0, 10);
}

/** A value in words: "4 March 2012", "March 2012", "the week of 2 April 2012", "2012". */
export function inWords(value: string | null | undefined): string {
  const range = days(value);
  if (!value || !range) return "date unknown";
  const start = iso(range.start);
  const [year, month, date] = start.split("-").map(Number) as [number, number, number];
  const whole = `${date} ${MONTHS[month - 1]} ${year}`;
  if (/^\d{4}-W/.test(value)) return `the week of ${whole}`;
  const part = /^\d{4}-(Q[1-4]|SP|SU|FA|WI)/.exec(value)?.[1];
  if (part) {
    const season = { SP: "spring", SU: "summer", FA: "autumn", WI: "winter" }[part];
    return `${season ?? `quarter ${part.slice(1)} of`} ${year}`;
  }
  if (/^\d{4}-\d{2}-\d{2}/.test(value)) return whole;
  if (/^\d{4}-\d{2}/.test(value)) return `${MONTHS[month - 1]} ${year}`;
  return String(year);
}

/** Shorter, for tables and axes: "4 Mar 2012". */
export function short(value: string | null | undefined): string {
  const words = inWords(value);
  return words === "date unknown" ? "–" : words.replace(/\b(January|February|August|September|October|November|December)\b/, (m) => m.slice(0, 3));
}

/** From one day to another in words, or the one day that both are. */
export function stretch(first: string | null, last: string | null, words = inWords): string {
  return first === last ? words(first) : `${words(first)} to ${words(last)}`;
}

/** Where marks of this date stand, and how wide they are. */
export function middle(range: Days): number {
  return (range.start + range.end) / 2;
}
