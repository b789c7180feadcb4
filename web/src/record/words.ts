/** The record in plain English: what pages say for the values of the record. */

import type { Pair, Row } from "../api/types";
import { actOf, verb } from "./acts";

const SURE_ENOUGH = [
  [0.85, "sure"],
  [0.6, "likely"],
  [0, "unsure"],
] as const;

/** A probability as a word. */
export function sureness(confidence: number): "sure" | "likely" | "unsure" {
  for (const [least, word] of SURE_ENOUGH) if (confidence >= least) return word;
  return "unsure";
}

/** A count with the word it counts: "1 report", "7 reports". */
export function count(n: number, one: string, many = `${one}s`): string {
  return `${n.toLocaleString("en")} ${n === 1 ? one : many}`;
}

/** Both counts, the one that cannot mislead first: "3 independent of 7 reports"; one number where they are equal. */
export function pair(p: Pair, what = "report"): string {
  if (p.reports === p.independent) return count(p.reports, what);
  return `${p.independent.toLocaleString("en")} independent of ${count(p.reports, what)}`;
}

/** The same where there is room for figures only: "3 / 7". */
export function figures(p: Pair): string {
  return p.reports === p.independent ? p.reports.toLocaleString("en") : `${p.independent.toLocaleString("en")} / ${p.reports.toLocaleString("en")}`;
}

const FORMS: Record<string, string> = { direct: "in quotation marks", mixed: "partly in quotation marks", indirect: "in the paper’s words" };
const SOURCINGS: Record<string, string> = {
  named: "named",
  institution: "an institution",
  collective: "a group without names",
  unnamed: "unnamed",
  document: "a document",
  media: "another medium",
};
const RESOLVED: Record<string, string> = {
  name: "named there",
  "short-name": "by a shorter name",
  coreference: "by a pronoun",
  continuation: "goes on from the quotation before",
  description: "by a description",
  unresolved: "not found out",
  corrected: "corrected by hand",
};
const ANSWERS: Record<string, string> = {
  deny: "denies",
  admit: "admits",
  refuse: "refuses",
  accept: "accepts",
  counter: "returns the charge",
  decline: "declines to comment on",
};
const ANSWERED: Record<string, string> = {
  deny: "denied by",
  admit: "admitted by",
  refuse: "refused by",
  accept: "accepted by",
  counter: "charge returned by",
  decline: "no comment from",
};

export const form = (word: string) => FORMS[word] ?? word;
export const sourcingWord = (word: string) => SOURCINGS[word] ?? word;
export const resolved = (word: string) => RESOLVED[word] ?? word;
export const answers = (kind: string) => ANSWERS[kind] ?? kind;
export const answered = (kind: string) => ANSWERED[kind] ?? kind;

/** What a party is, for those that share their name with another. */
export function sort(kind: string): string {
  return kind === "unknown" ? "kind unknown" : kind;
}

/** The names that several of these have: they need a word more to be told apart. */
export function namesakes(all: readonly { name: string }[]): Set<string> {
  const seen = new Set<string>();
  return new Set(all.map((one) => one.name).filter((name) => seen.has(name) || !seen.add(name)));
}

const BECAME: Record<string, (was: string, is: string) => string> = {
  act: (was, is) => `the speaker ${verb(actOf(is))} here, ${verb(actOf(was))} in the earliest`,
  sourcing: (was, is) => `source ${sourcingWord(is)} here, ${sourcingWord(was)} in the earliest`,
  speaker: (was, is) => `said by ${is} here, by ${was} in the earliest`,
};

/** How a later report differs from the earliest, as the server has it ("act: accuse became state"), in plain words. */
export function difference(words: string): string {
  const [, what, was, is] = /^(\w+): (.*) became (.*)$/.exec(words) ?? [];
  if (what && was && is && BECAME[what]) return BECAME[what](was, is);
  const forms = /^(direct|mixed|indirect) became (direct|mixed|indirect)$/.exec(words);
  return forms ? `${form(forms[2]!)} here, ${form(forms[1]!)} in the earliest` : words;
}

/** Names in a row as one reads them: "A", "A and B", "A, B and C". */
export function listed(names: string[]): string {
  if (names.length < 2) return names.join("");
  return `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
}

/** Form and sourcing as words: "unnamed, through the Skarn Courier, partly in quotation marks". */
export function manner(row: Pick<Row, "sourcing" | "via" | "form" | "mode">): string {
  const parts = [sourcingWord(row.sourcing)];
  if (row.via.length) parts.push(`through ${listed(row.via.map((v) => v.name))}`);
  parts.push(row.mode === "attitude" ? "a belief or wish, not an utterance" : form(row.form));
  return parts.join(", ");
}

const ZONES: Record<string, string> = { headline: "in the headline", standfirst: "in the standfirst", caption: "in a caption", subheading: "in a subheading" };

/** Where in the article, if not in its body. */
export function zone(word: string): string | null {
  return ZONES[word] ?? null;
}
