/**
 * Statements of a published folder: filtered, searched and sorted in the browser over the columns of
 * `statements/index.json`, with the cards of a page read from their chunks.
 */

import { one, type Query } from "../address";
import { Failure, type Get } from "./client";
import type { Card, Facet, Facets, FacetName, Pair, Row, StatementsPage } from "./types";

/** `statements/index.json` of a published folder: columns in the order of `sort=said`, numbers into `values`. */
interface StatementIndex {
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
  lead: number[];
  targets: number[][];
  for: number[][];
  values: {
    party: Facet[];
    act: string[];
    form: string[];
    mode: string[];
    sourcing: string[];
    zone: string[];
    outlet: (string | null)[];
  };
}

const LIMIT = 50;

/** Files of a folder never change while it is open, so each is fetched once. */
function keeping(get: Get): Get {
  const files = new Map<string, Promise<unknown>>();
  return <T>(path: string) => {
    let file = files.get(path);
    if (!file) {
      file = get<T>(path);
      files.set(path, file);
      file.catch(() => files.delete(path));
    }
    return file as Promise<T>;
  };
}

let kept: Get | null = null;

async function index(get: Get): Promise<StatementIndex> {
  return get<StatementIndex>("statements/index.json");
}

async function card(get: Get, index: StatementIndex, number: number): Promise<Card> {
  const at = Math.floor(number / index.chunk);
  const { cards } = await get<{ cards: Card[] }>(`statements/cards-${at}.json`);
  const found = cards[number - at * index.chunk];
  if (!found) throw new Failure("not_found", "This statement is not in the folder.");
  return found;
}

/** One statement by its id. */
export async function cardOf(plain: Get, id: string): Promise<Card> {
  const get = (kept ??= keeping(plain));
  const all = await index(get);
  const number = all.ids.indexOf(id);
  if (number < 0) throw new Failure("not_found", "There is no such statement in this dossier.");
  return card(get, all, number);
}

/** Words as the search index has them: lower case, no accents, letters and digits only. */
export function words(text: string): string[] {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().split(/[^\p{L}\p{N}]+/u).filter(Boolean);
}

/** A query cut into what it asks for: fields (`act:deny`), phrases and words. */
export interface Asked {
  fields: Record<string, string[]>;
  phrases: string[][];
  words: string[];
}

const FIELDS = ["by", "to", "act", "about", "in", "form", "sourcing"];

export function asked(q: string): Asked {
  const found: Asked = { fields: {}, phrases: [], words: [] };
  for (const m of q.matchAll(/(?:([a-z]+):)?(?:"([^"]*)"|(\S+))/giu)) {
    const [, field, phrase, word] = m;
    if (field && FIELDS.includes(field.toLowerCase())) (found.fields[field.toLowerCase()] ??= []).push(phrase ?? word ?? "");
    else if (phrase !== undefined) found.phrases.push(words(phrase));
    else found.words.push(...words((field ? `${field} ` : "") + (word ?? "")));
  }
  for (const text of found.fields["about"] ?? []) found.words.push(...words(text));
  return found;
}

/** The ranges, in code points, of the words of `text` that are among `wanted`. */
export function hits(text: string, wanted: Set<string>): [number, number][] {
  const ranges: [number, number][] = [];
  if (wanted.size === 0) return ranges;
  let at = 0;
  let start = -1;
  let word = "";
  const close = () => {
    if (start >= 0 && words(word).some((w) => wanted.has(w))) ranges.push([start, at]);
    start = -1;
    word = "";
  };
  for (const c of text) {
    if (/[\p{L}\p{N}\p{M}]/u.test(c)) {
      if (start < 0) start = at;
      word += c;
    } else close();
    at++;
  }
  close();
  return ranges;
}

async function numbersOf(get: Get, word: string): Promise<Set<number>> {
  const points = [...word].slice(0, 2).map((c) => c.codePointAt(0)!.toString(16));
  const prefix = `u${points.join("-")}`;
  const { prefixes } = await get<{ prefixes: string[] }>("statements/words.json");
  if (!prefixes.includes(prefix)) return new Set();
  const lists = await get<Record<string, number[]>>(`statements/words-${prefix}.json`);
  return new Set(lists[word] ?? []);
}

type Test = (n: number) => boolean;

/** One test for each filter, by the name of its facet, so that a facet can be counted without its own. */
function tests(all: StatementIndex, query: Query): Map<string, Test> {
  const found = new Map<string, Test>();
  const parties = new Map(all.values.party.map((p, i) => [p.value, i]));
  const ids = (key: string) => (query[key] ?? []).map((id) => parties.get(id) ?? -2);
  const party = ids("party");
  if (party.length) found.set("party", (n) => party.includes(all.party[n]!) || all.for[n]!.some((p) => party.includes(p)));
  const speaker = ids("speaker");
  if (speaker.length) found.set("speaker", (n) => speaker.includes(all.party[n]!));
  const target = ids("target");
  if (target.length) found.set("target", (n) => all.targets[n]!.some((p) => target.includes(p)));
  for (const key of ["act", "form", "mode", "sourcing", "zone"] as const) {
    const wanted = query[key] ?? [];
    if (wanted.length) found.set(key, (n) => wanted.includes(all.values[key][all[key][n]!] ?? ""));
  }
  const outlets = query["outlet"] ?? [];
  if (outlets.length) found.set("outlet", (n) => outlets.includes(all.values.outlet[all.outlet[n]!] ?? ""));
  const [from, to] = [one(query, "from"), one(query, "to")];
  if (from) found.set("from", (n) => all.last[n] != null && all.last[n]! >= from);
  if (to) found.set("to", (n) => all.first[n] != null && all.first[n]! <= to);
  if (one(query, "undated")) found.set("undated", (n) => all.first[n] == null);
  return found;
}

function facetsOf(all: StatementIndex, filters: Map<string, Test>, base: Test): Facets {
  const facets: Facets = { party: [], act: [], form: [], mode: [], sourcing: [], outlet: [], zone: [], year: [] };
  const count = (name: FacetName, value: (n: number) => { value: string; name: string | null }[]) => {
    const others = [...filters].filter(([key]) => key !== name).map(([, test]) => test);
    const counts = new Map<string, Facet>();
    for (let n = 0; n < all.ids.length; n++) {
      if (!base(n) || !others.every((test) => test(n))) continue;
      for (const v of value(n)) {
        const had = counts.get(v.value);
        if (had) had.reports++;
        else counts.set(v.value, { ...v, reports: 1 });
      }
    }
    facets[name] = [...counts.values()]
      .sort((a, b) => b.reports - a.reports || (a.name ?? "").localeCompare(b.name ?? "", "en"))
      .slice(0, 50);
  };
  count("party", (n) => [...new Set([all.party[n]!, ...all.for[n]!])].flatMap((p) => all.values.party[p] ?? []));
  for (const key of ["act", "form", "mode", "sourcing", "zone"] as const) {
    count(key, (n) => {
      const value = all.values[key][all[key][n]!] ?? "unknown";
      return [{ value, name: value }];
    });
  }
  count("outlet", (n) => {
    const name = all.values.outlet[all.outlet[n]!] ?? null;
    return [{ value: name ?? "", name }];
  });
  count("year", (n) => {
    const year = all.first[n]?.slice(0, 4);
    return year ? [{ value: year, name: year }] : [];
  });
  return facets;
}

const KEYS: Record<string, (c: Row) => string | number> = {
  said: (c) => c.said?.first ?? c.published?.first ?? "9999",
  published: (c) => c.published?.first ?? "9999",
  speaker: (c) => c.speaker.name.toLowerCase(),
  act: (c) => c.act,
  outlet: (c) => (c.outlet ?? "").toLowerCase(),
  confidence: (c) => c.confidence,
};

/** What `statements.json` of a server answers, from the files of the folder. */
export function statementsOf(plain: Get, query: Query): Promise<StatementsPage> {
  return statementsFrom((kept ??= keeping(plain)), query);
}

/** The same over any files. */
export async function statementsFrom(get: Get, query: Query): Promise<StatementsPage> {
  const all = await index(get);
  const q = one(query, "q") ?? "";
  const want = asked(q);
  const free = new Set([...want.words, ...want.phrases.flat()]);
  const lists = await Promise.all([...free].map((word) => numbersOf(get, word)));
  const named = (i: number, name: string) => (all.values.party[i]?.name ?? "").toLowerCase().includes(name.toLowerCase());
  const fields = Object.entries(want.fields);
  const base: Test = (n) =>
    lists.every((list) => list.has(n)) &&
    fields.every(([field, values]) =>
      values.every((value) => {
        switch (field) {
          case "by":
            return named(all.party[n]!, value) || all.for[n]!.some((p) => named(p, value));
          case "to":
            return all.targets[n]!.some((p) => named(p, value));
          case "act":
            return all.values.act[all.act[n]!] === value;
          case "form":
            return all.values.form[all.form[n]!] === value;
          case "sourcing":
            return all.values.sourcing[all.sourcing[n]!] === value;
          case "in":
            return (all.values.outlet[all.outlet[n]!] ?? "").toLowerCase().includes(value.toLowerCase());
          default:
            return true;
        }
      }),
    );
  const filters = tests(all, query);
  let numbers = all.ids.map((_, n) => n).filter((n) => base(n) && [...filters.values()].every((test) => test(n)));

  // What is not in the columns is looked up on the cards.
  const has = (key: string) => one(query, key) != null;
  const onCards: ((c: Card) => boolean)[] = [];
  for (const phrase of want.phrases) onCards.push((c) => ` ${words(`${c.source} ${c.content}`).join(" ")} `.includes(` ${phrase.join(" ")} `));
  if (has("unanswered")) onCards.push((c) => c.unanswered);
  if (has("flagged")) onCards.push((c) => c.flagged);
  if (has("corrected")) onCards.push((c) => c.corrected.length > 0);
  if (has("echo")) onCards.push((c) => c.echo?.id === one(query, "echo"));
  if (has("article")) onCards.push((c) => c.article === one(query, "article"));
  const sort = one(query, "sort") ?? "said";
  if (onCards.length || sort !== "said") {
    const cards = new Map<number, Card>();
    for (const n of numbers) cards.set(n, await card(get, all, n));
    numbers = numbers.filter((n) => onCards.every((test) => test(cards.get(n)!)));
    const down = sort.startsWith("-");
    const key = KEYS[sort.replace(/^-/, "")];
    if (!key) throw new Failure("bad_parameter", `"${sort}" is not an order of statements.`, "sort");
    const order = (a: number, b: number) => {
      const [x, y] = [key(cards.get(a)!), key(cards.get(b)!)];
      return (x < y ? -1 : x > y ? 1 : 0) * (down ? -1 : 1) || a - b;
    };
    if (sort !== "said") numbers.sort(order);
  }
  const start = Number(one(query, "after") ?? 0);
  const limit = Number(one(query, "limit") ?? LIMIT);
  const rows: Row[] = [];
  for (const n of numbers.slice(start, start + limit)) {
    const c = await card(get, all, n);
    rows.push({ ...c, hits: { source: hits(c.source, free), content: hits(c.content, free) } });
  }
  const kept = new Set(numbers);
  const page: StatementsPage = {
    total: { reports: numbers.length, independent: new Set(numbers.map((n) => all.lead[n])).size },
    rows,
    next: start + limit < numbers.length ? String(start + limit) : null,
    query: q,
    facets: null,
  };
  if (one(query, "facets") !== "0") {
    // What only cards tell cannot be counted without reading all of them: then what is shown is counted.
    page.facets = onCards.length ? facetsOf(all, new Map(), (n) => kept.has(n)) : facetsOf(all, filters, base);
  }
  return page;
}
