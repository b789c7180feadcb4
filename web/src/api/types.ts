/** The objects of the API, version 1, in the shape of its OpenAPI document. */

import type { Precision } from "../record/dates";

export interface Pair {
  reports: number;
  independent: number;
}

export interface RecordDate {
  value: string;
  precision: Precision;
  basis: "text" | "metadata" | "input" | "expression" | "published" | "inferred" | "corrected";
  /** Inclusive days. */
  first: string;
  last: string;
  evidence: string | null;
}

export type Kind = "person" | "organization" | "government" | "group" | "document" | "unknown";

export interface Who {
  party: string | null;
  name: string;
  kind: Kind;
}

/** Half-open, in code points. */
export interface Span {
  start: number;
  end: number;
  exact: string;
}

export type Sure = "sure" | "likely" | "unsure";
export type Range = [number, number];

export interface Row {
  id: string;
  article: string;
  position: number;
  act: string;
  mode: string;
  form: string;
  zone: string;
  sourcing: string;
  speaker: Who & { role: string | null; speaks_for: Who[]; resolved_from: string; candidates: string[] };
  targets: Who[];
  addressee: Who | null;
  via: Who[];
  source: string;
  cue: string;
  content: string;
  said: RecordDate | null;
  published: RecordDate | null;
  outlet: string | null;
  title: string | null;
  confidence: number;
  sure: Sure;
  unanswered: boolean;
  answers: number;
  answered_by: number;
  echo: { id: string; reports: number; independent: number } | null;
  corrected: string[];
  flagged: boolean;
  notes: number;
  hits: { source: Range[]; content: Range[] };
}

export interface Spans {
  source: Span[];
  cue: Span[];
  content: Span[];
  via: Span[][];
  target: Span[][];
  addressee: Span[];
}

export interface Answer {
  kind: string;
  confidence: number;
  sure: Sure;
  reason: string;
  verdict: null | "accept" | "reject";
  statement: Row;
}

export interface Entry {
  number: number;
  id: string;
  kind: string;
  state: "applied" | "undone" | "orphaned";
  why: string | null;
  who: string;
  when: string;
  words: string;
  was: unknown;
  now: unknown;
  note: string | null;
  on: {
    statement: string | null;
    article: string | null;
    party: string | null;
    answer: { from: string; to: string } | null;
  };
  exact: string;
  outlet: string | null;
}

export interface Card extends Row {
  act_confidence: number;
  act_sure: Sure;
  act_basis: string;
  act_runner_up: string | null;
  made_by: string;
  said_span: Span | null;
  spans: Spans;
  passage: { start: number; end: number; text: string };
  in_article: {
    id: string;
    title: string | null;
    outlet: string | null;
    published: RecordDate | null;
    authors: string[];
    dateline: string | null;
    url: string | null;
    paths: string[];
    copy_of: string | null;
  };
  answers_to: Answer[];
  answers_from: Answer[];
  echoes: { statement: Row; earliest: boolean }[];
  allegations: { id: string; words: string; stance: string }[];
  corrections: Entry[];
  notes_text: { number: number; text: string; who: string; when: string }[];
}

export interface Meta {
  name: string;
  version: string;
  api: number;
  published: boolean;
  read_only: boolean;
  revision: string;
  counts: {
    articles: number;
    files: number;
    outlets: number;
    parties: number;
    stories: number;
    echoes: number;
    allegations: number;
    answers: number;
    statements: Pair;
    by_unknown: number;
    undated: number;
    corrections: number;
    orphaned: number;
  };
  acts: string[];
  limits: Record<string, number>;
}

export interface ChartMark {
  id: string;
  lane: number;
  member: string | null;
  speaker: string;
  act: string;
  first: string | null;
  last: string | null;
  precision: Precision | null;
  basis: string | null;
  reports: number;
  independent: number;
  outlets: number;
  count: number;
  statement: string;
  content: string;
  targets: string[];
  unanswered: boolean;
}

export interface Arc {
  from: string;
  to: string;
  kind: string;
  confidence: number;
  count: number;
}

export interface Lane extends Who {
  statements: Pair;
  accused: Pair;
  answered: number;
  unanswered: number;
  members: (Who & { statements: Pair })[];
}

export interface Overview {
  all: { first: string; last: string } | null;
  shown: { first: string; last: string } | null;
  bin: string | null;
  counts: { articles: number; outlets: number; statements: Pair; undated: Pair; outside: Pair };
  acts: ({ act: string } & Pair)[];
  lanes: Lane[];
  marks: ChartMark[];
  arcs: Arc[];
  undated: Pair & { marks: ChartMark[] };
  most_accused: (Who & { accused: Pair; answered: number; unanswered: number })[];
  unanswered: Row[];
}

export interface List<T> {
  total: number;
  rows: T[];
  next: string | null;
}

export interface Allegation {
  id: string;
  words: string;
  subject: Who | null;
  relation: string | null;
  object: Who | null;
  asserted: Pair;
  denied: Pair;
  admitted: Pair;
  unanswered: boolean;
  first: string | null;
  last: string | null;
}

export interface Cell {
  stance: string;
  statements: string[];
}

export interface AllegationPage extends Allegation {
  matrix: {
    unit: string;
    columns: { first: string; last: string; label: string }[];
    rows: { party: Who; cells: (Cell | null)[]; undated: Cell | null }[];
  };
  for: Row[];
  against: Row[];
  in_part: Row[];
  related: { id: string; words: string; why: string }[];
}

export interface Party {
  id: string;
  name: string;
  kind: Kind;
  aliases: string[];
  roles: { title: string; statements: number; from: string | null; to: string | null; statement: string | null }[];
  speaks_for: Who[];
  principal: Who | null;
  statements: Pair;
  targeted: Pair;
  accused: Pair;
}

export interface PartyPage extends Party {
  members: (Who & { statements: Pair })[];
  acts: ({ act: string } & Pair)[];
  acts_at_it: ({ act: string } & Pair)[];
  first: string | null;
  last: string | null;
  counterparts: (Who & { at_them: Pair; at_it: Pair })[];
  positions: { allegation: { id: string; words: string }; from: RecordDate | null; stance: string; statements: string[] }[];
  allegations: Allegation[];
  said: { total: Pair; rows: Row[] };
  said_of: { total: Pair; rows: Row[] };
  corrections: Entry[];
}

export interface Facet {
  value: string;
  name: string | null;
  reports: number;
}

export const FACETS = ["party", "act", "form", "mode", "sourcing", "outlet", "zone", "year"] as const;
export type FacetName = (typeof FACETS)[number];

export interface StatementsPage {
  total: Pair;
  rows: Row[];
  next: string | null;
  query: string;
  facets?: Partial<Record<FacetName, Facet[]>>;
}

export interface ArticleRow {
  id: string;
  title: string | null;
  outlet: string | null;
  published: RecordDate | null;
  paths: string[];
  statements: number;
  copy_of: string | null;
  copies: number;
  story: string | null;
}

export interface Zone {
  kind: string;
  start: number;
  end: number;
}

export interface ArticlePage extends Omit<ArticleRow, "statements"> {
  authors: string[];
  dateline: string | null;
  language: string | null;
  collected: string | null;
  url: string | null;
  made_by: string;
  text: string;
  zones: Zone[];
  statements: (Row & { spans: Spans })[];
  others: ArticleRow[];
  corrections: Entry[];
}

export interface EchoRow {
  id: string;
  reports: number;
  independent: number;
  speaker: Who;
  act: string;
  content: string;
  first: string | null;
  last: string | null;
  outlets: string[];
}

export interface EchoPage extends EchoRow {
  earliest: string;
  members: {
    statement: Row;
    earliest: boolean;
    copy: boolean;
    differences: string[];
    pieces: { is: "same" | "added" | "cut"; text: string }[];
  }[];
}

export interface StoryRow {
  id: string;
  title: string | null;
  articles: number;
  independent: number;
  first: string | null;
  last: string | null;
}

export interface StoryPage extends Omit<StoryRow, "articles"> {
  articles: ArticleRow[];
}

export interface OutletRow {
  outlet: string | null;
  articles: number;
  copies: number;
  statements: Pair;
  sourcing: Record<string, number>;
  second_hand: number;
  form: Record<string, number>;
}

export interface Sourcing {
  outlets: OutletRow[];
  total: Omit<OutletRow, "outlet">;
  copies: { article: ArticleRow; copies: ArticleRow[] }[];
}

export interface CorrectionsPage extends List<Entry> {
  orphaned: number;
}

export interface Job {
  job: number;
  name: string;
  state: "waiting" | "reading" | "done" | "stopped" | "failed";
  done: number;
  total: number | null;
  results: {
    name: string;
    outcome: "new" | "replaced" | "copy" | "unchanged" | "failed";
    article: string | null;
    statements: number;
    error: string | null;
  }[];
  error: string | null;
}

/** `statements/index.json` of a published folder: columns in the order of `sort=said`. */
export interface StatementIndex {
  total: Pair;
  chunk: number;
  chunks: number;
  ids: string[];
  party: number[];
  act: number[];
  form: number[];
  mode: number[];
  sourcing: number[];
  zone: number[];
  outlet: number[];
  first: (string | null)[];
  last: (string | null)[];
  independent: number[];
  targets: number[][];
  for: number[][];
  values: {
    party: { value: string; name: string }[];
    act: string[];
    form: string[];
    mode: string[];
    sourcing: string[];
    zone: string[];
    outlet: (string | null)[];
  };
}
