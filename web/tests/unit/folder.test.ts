/** A published folder answers as a server does: filters, words, phrases, order, facets, pages. */

import { describe, expect, test } from "vitest";
import { Dossier } from "../../mock/dossier";
import { filesOf, kept } from "../../mock/server";
import { asked, hits, statementsFrom, words } from "../../src/api/folder";
import type { Query } from "../../src/address";

const dossier = new Dossier(kept());
const files = filesOf(dossier);
const find = (query: Query) => statementsFrom(files, { limit: ["500"], ...query });
const all = dossier.all();

describe("statements of a folder", () => {
  test("all of them, in order, by pages", async () => {
    const first = await find({ limit: ["100"] });
    expect(first.total.reports).toBe(all.length);
    expect(first.rows.map((r) => r.id)).toEqual(all.slice(0, 100).map((r) => r.id));
    const second = await find({ limit: ["100"], after: [first.next!] });
    expect(second.rows[0]!.id).toBe(all[100]!.id);
  });
  test("by act, party, outlet and date", async () => {
    const id = dossier.who("Lorrimond").party!;
    const page = await find({ act: ["deny", "refuse"], party: [id] });
    const want = all.filter((r) => ["deny", "refuse"].includes(r.act) && (r.speaker.party === id || r.speaker.speaks_for.some((s) => s.party === id)));
    expect(page.rows.map((r) => r.id)).toEqual(want.map((r) => r.id));
    expect(want.length).toBeGreaterThan(5);
    const spring = await find({ from: ["2012-04-01"], to: ["2012-04-30"] });
    expect(spring.rows.map((r) => r.id)).toEqual(all.filter((r) => r.said && r.said.last >= "2012-04-01" && r.said.first <= "2012-04-30").map((r) => r.id));
    expect((await find({ undated: ["1"] })).total.reports).toBe(all.filter((r) => !r.said).length);
  });
  test("by words and phrases, accents and case aside", async () => {
    const page = await find({ q: ["CABLE ship"] });
    const has = (text: string, word: string) => words(text).includes(word);
    expect(page.rows.map((r) => r.id)).toEqual(all.filter((r) => has(`${r.source} ${r.content}`, "cable") && has(`${r.source} ${r.content}`, "ship")).map((r) => r.id));
    expect(page.rows.length).toBeGreaterThan(1);
    const phrase = await find({ q: ['"survey ship"'] });
    expect(phrase.rows.length).toBeGreaterThan(0);
    for (const r of phrase.rows) expect(words(`${r.source} ${r.content}`).join(" ")).toContain("survey ship");
    expect((await find({ q: ["nosuchword"] })).rows).toEqual([]);
  });
  test("by the fields of the query language", async () => {
    const page = await find({ q: ["by:quill act:deny"] });
    expect(page.rows.length).toBeGreaterThan(0);
    for (const r of page.rows) expect([r.act, r.speaker.name]).toEqual(["deny", "Tobias Quill"]);
  });
  test("a facet counts with every filter but its own", async () => {
    const page = await find({ act: ["deny"] });
    expect(page.facets!.act!.find((f) => f.value === "accuse")!.reports).toBe(all.filter((r) => r.act === "accuse").length);
    expect(page.facets!.outlet!.reduce((n, f) => n + f.reports, 0)).toBe(page.total.reports);
  });
  test("in another order", async () => {
    const names = (await find({ sort: ["speaker"] })).rows.map((r) => r.speaker.name.toLowerCase());
    expect(names).toEqual([...names].sort());
    await expect(find({ sort: ["colour"] })).rejects.toThrow("colour");
  });
});

test("a query is cut into fields, phrases and words", () => {
  expect(asked('by:"the navy" act:deny "survey ship" Cable note:x')).toEqual({ fields: { by: ["the navy"], act: ["deny"] }, phrases: [["survey", "ship"]], words: ["cable", "note", "x"] });
});

test("hits are in code points", () => {
  expect(hits("𝄞 the Cáble, cables", new Set(["cable"]))).toEqual([[6, 11]]);
});
