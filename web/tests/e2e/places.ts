/** Addresses of the example's pages, found through the API, and what each must show. */

import type { Allegation, ArticleRow, EchoRow, List, Party, Row, StatementsPage, StoryRow } from "../../src/api/types";
import type { explorer } from "./browser";

export type Explorer = ReturnType<typeof explorer>;

export async function rows<T>(ex: Explorer, path: string): Promise<T[]> {
  return (await ex.json<List<T>>(path)).rows;
}

export async function statements(ex: Explorer, query = ""): Promise<Row[]> {
  return (await ex.json<StatementsPage>(`statements.json?limit=200${query && `&${query}`}`)).rows;
}

/** The charge that is answered most: the one that a reader would open first. */
export async function charge(ex: Explorer): Promise<Row> {
  const all = await statements(ex, "act=accuse");
  return all.reduce((best, row) => (row.answered_by > best.answered_by ? row : best));
}

const first = <T>(all: T[], fits: (x: T) => boolean): T => {
  const found = all.find(fits);
  if (!found) throw new Error("the example lacks what this test needs");
  return found;
};

export const party = async (ex: Explorer, name: string) => first(await rows<Party>(ex, "parties.json?limit=200"), (p) => p.name === name);

/** Every page: its name, its address, and words of the example that it must show. */
export const PAGES: Record<string, [(ex: Explorer) => Promise<string> | string, RegExp]> = {
  overview: [() => "", /15 articles from 7 outlets[\s\S]*Who is accused[\s\S]*unanswered/],
  allegations: [() => "allegations", /Asserted[\s\S]*(Lorrimond|Varnia|Patient Heron)/],
  allegation: [async (ex) => `allegations/${first(await rows<Allegation>(ex, "allegations.json"), (a) => a.denied.reports > 0).id}`, /Who stood where[\s\S]*(asserts|accuses)[\s\S]*denies/],
  parties: [() => "parties", /Tobias Quill[\s\S]*Dalia Renska/],
  party: [async (ex) => `parties/${(await party(ex, "Tobias Quill")).id}`, /Foreign Minister[\s\S]*What others do to it/],
  statements: [() => "statements?q=cable", /denies|accuses[\s\S]*cable/],
  statement: [async (ex) => `statements/${(await charge(ex)).id}`, /accuses[\s\S]*What answers it/],
  articles: [() => "articles", /Halvern Chronicle[\s\S]*Neighbours sign strait accord/],
  article: [
    async (ex) => {
      const c = await charge(ex);
      return `articles/${c.article}?statement=${c.id}`;
    },
    /How sure/,
  ],
  echoes: [() => "echoes", /Independent[\s\S]*Skarn Courier/],
  echo: [async (ex) => `echoes/${first(await rows<EchoRow>(ex, "echoes.json"), (e) => e.outlets.length > 2).id}`, /earliest[\s\S]*Skarn Courier|Skarn Courier[\s\S]*earliest/],
  story: [async (ex) => `stories/${(await rows<StoryRow>(ex, "stories.json"))[0]!.id}`, /3 articles/],
  sourcing: [() => "sourcing", /Voice of Lorrimond[\s\S]*second-hand[\s\S]*Copies of one text/],
  corrections: [() => "corrections", /Nothing has been corrected/],
  add: [() => "add", /Drop files here/],
};

/** The article that holds these words. */
export const article = async (ex: Explorer, title: RegExp) => first(await rows<ArticleRow>(ex, "articles.json"), (a) => title.test(a.title ?? ""));
