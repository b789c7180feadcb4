/** A made-up overview as the server gives it: four lanes, busy weeks years apart, vague and inferred dates, a tray. */

import type { ChartMark, Overview } from "../../src/api/types";
import { ACTS } from "../../src/record/acts";
import { days, iso } from "../../src/record/dates";

const LANES = ["Halvern", "Varnia", "Lorrimond", "Coast Front"];
const BUSY = ["2012-03-04", "2012-04-19", "2013-02-12", "2014-02-20", "2014-04-10"];

/** Numbers that look like chance and are the same every time. */
function chance(seed: number) {
  let state = seed;
  return (most: number) => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return Math.floor((state / 2147483648) * most);
  };
}

function dated(i: number, next: (most: number) => number): Pick<ChartMark, "first" | "last" | "precision" | "basis"> {
  const day = days(BUSY[next(BUSY.length)]!)!.start + next(2);
  if (i % 17 === 5) {
    const month = days(iso(day).slice(0, 7))!;
    return { first: iso(month.start), last: iso(month.end - 1), precision: "month", basis: "expression" };
  }
  return { first: iso(day), last: iso(day), precision: "day", basis: i % 23 === 7 ? "inferred" : i % 3 ? "published" : "expression" };
}

export function dispute(size = 120): Overview {
  const next = chance(7);
  const none = { reports: 0, independent: 0 };
  const mark = (i: number, date: Pick<ChartMark, "first" | "last" | "precision" | "basis">): ChartMark => {
    const lane = next(LANES.length);
    const reports = i % 9 === 0 ? 3 : 1;
    return {
      id: `m${i}`, lane, member: lane === 1 && i % 2 ? "p1b" : `p${lane}`, speaker: LANES[lane]!, act: ACTS[i % (ACTS.length - 1)]!, ...date, reports, independent: 1, outlets: reports, count: 1,
      statement: `s${i}`, content: `words ${i}`, targets: [LANES[(lane + 1) % 4]!], unanswered: i % 11 === 0,
    };
  };
  const marks = Array.from({ length: size }, (_, i) => mark(i, dated(i, next)));
  const undated = Array.from({ length: 24 }, (_, i) => mark(size + i, { first: null, last: null, precision: null, basis: null }));
  const arcs = Array.from({ length: 30 }, (_, i) => ({ from: `m${(i * 7 + 3) % size}`, to: `m${(i * 5) % size}`, kind: "deny", confidence: 0.8, count: 1 })).filter((a) => a.from !== a.to);
  const lanes = LANES.map((name, i) => ({
    party: `p${i}`, name, kind: "government", statements: none, accused: none, answered: 0, unanswered: 0,
    members: [{ party: `p${i}`, name, kind: "government", statements: none }, ...(i === 1 ? [{ party: "p1b", name: "Mara Dorn", kind: "person", statements: none }] : [])],
  }));
  const order = (m: ChartMark) => m.first ?? "";
  const byTime = [...marks].sort((a, b) => (order(a) < order(b) ? -1 : order(a) > order(b) ? 1 : 0));
  return {
    all: { first: "2012-03-01", last: "2014-04-30" }, shown: { first: "2012-03-01", last: "2014-04-30" }, bin: null,
    counts: { articles: 9, outlets: 4, statements: none, undated: none, outside: none }, acts: [], lanes, marks: byTime, arcs, undated: { reports: 24, independent: 24, marks: undated }, most_accused: [], unanswered: [],
  };
}
