/**
 * The objects of the API by the names that pages use. `generated.ts` is made from the server's
 * OpenAPI document by `npm run types`; nothing here says anew what that says.
 */

import type { components } from "./generated";

type Objects = components["schemas"];

export type Accused = Objects["Accused"];
export type ActCount = Objects["ActCount"];
export type Allegation = Objects["AllegationRow"];
export type AllegationPage = Objects["AllegationPage"];
export type Answer = Objects["AnswerView"];
export type Applied = Objects["AppliedLog"];
export type Arc = Objects["Arc"];
export type ArticlePage = Objects["ArticlePage"];
export type ArticleRow = Objects["ArticleRow"];
/** A correction as it is sent, but for who makes it and why. */
export type Asked = Omit<Objects["Asked"], "who" | "note">;
export type Card = Objects["Card"];
export type Cell = Objects["Cell"];
export type ChartMark = Objects["Mark"];
export type Corrected = Objects["Corrected"];
export type EchoPage = Objects["EchoPage"];
export type EchoRow = Objects["EchoRow"];
export type Entry = Objects["EntryView"];
export type Facet = Objects["Facet"];
export type Facets = Objects["Facets"];
export type FacetName = keyof Facets;
export type Job = Objects["Job"];
export type JobTaken = Objects["JobTaken"];
export type JobResult = Objects["JobResult"];
export type Lane = Objects["Lane"];
export type Meta = Objects["Meta"];
export type OutletRow = Objects["OutletRow"];
export type Overview = Objects["Overview"];
export type Pair = Objects["Pair"];
export type Party = Objects["PartyRow"];
export type PartyPage = Objects["PartyPage"];
export type Pasted = Objects["Pasted"];
export type Problem = Objects["ErrorBody"]["error"];
export type RecordDate = Objects["Date"];
export type Row = Objects["Row"];
/** Half-open, in code points. */
export type Span = Objects["Place"];
export type Sourcing = Objects["SourcingPage"];
export type Spans = Objects["Spans"];
export type StatementsPage = Objects["Statements"];
export type StoryPage = Objects["StoryPage"];
export type StoryRow = Objects["StoryRow"];
export type Who = Objects["Who"];
export type Zone = Objects["ZoneView"];

/** A page of any list. */
export interface List<T> {
  total: number;
  rows: T[];
  next: string | null;
}

/** In the order in which facets are shown. */
export const FACETS = ["party", "act", "form", "mode", "sourcing", "outlet", "zone", "year"] as const satisfies readonly FacetName[];
