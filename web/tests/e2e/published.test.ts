/** What `gainsay publish` writes, on a host that only knows files: the same pages, the same answers, nothing to write. */

import { readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { join, normalize } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Query } from "../../src/address";
import { search } from "../../src/api/client";
import { statementsFrom } from "../../src/api/folder";
import type { List, StatementsPage } from "../../src/api/types";
import { explorer, settled, visit } from "./browser";
import { gainsay, missing } from "./gainsay";
import { PAGES, party } from "./places";

const TYPES: Record<string, string> = { html: "text/html; charset=utf-8", js: "text/javascript", css: "text/css", svg: "image/svg+xml", json: "application/json" };

describe.skipIf(missing)("a published folder", () => {
  const ex = explorer();
  const folder = join(ex.folder, "site/dispute");
  let host: Server;
  let url = "";
  const asked: string[] = [];
  beforeAll(async () => {
    gainsay("publish", ex.dossier(), "-o", folder, "--quiet");
    // Any host will do: this one sends files, from under a path of its own, and knows no header but the type.
    host = createServer((request, response) => {
      const path = decodeURIComponent(new URL(request.url!, "http://h").pathname).replace(/\/$/, "/index.html");
      asked.push(`${request.method} ${request.url}`);
      try {
        const body = readFileSync(join(ex.folder, "site", normalize(path)));
        response.writeHead(200, { "Content-Type": TYPES[path.split(".").at(-1)!] ?? "application/octet-stream" }).end(body);
      } catch {
        response.writeHead(404).end("no such file");
      }
    });
    await new Promise<void>((ready) => host.listen(0, "127.0.0.1", ready));
    url = `http://127.0.0.1:${(host.address() as { port: number }).port}/dispute/`;
  });
  afterAll(() => void (host?.closeAllConnections(), host?.close()));

  test("has the same pages behind #, and offers no writing", { timeout: 180_000 }, async () => {
    for (const [name, [path, shown]] of Object.entries(PAGES)) {
      if (name === "add") continue;
      const { page, complaints } = await visit(ex.browser(), `${url}#/${await path(ex)}`);
      await expect.poll(() => page.locator("main").innerText(), { message: name }).toMatch(shown);
      await settled(page);
      expect(await page.getByRole("group", { name: "Correct this statement" }).count()).toBe(0);
      expect(await page.getByRole("link", { name: "Add", exact: true }).count()).toBe(0);
      expect(complaints, name).toEqual([]);
      await page.context().close();
    }
    expect(asked.every((line) => line.startsWith("GET "))).toBe(true);
  });
  test("searches, opens what it found, and reopens it from its address", async () => {
    const { page, complaints } = await visit(ex.browser(), url);
    await page.getByLabel("Search statements").fill("grievous");
    await page.keyboard.press("Enter");
    await page.locator(".statements mark", { hasText: "grievous" }).first().waitFor();
    expect(page.url()).toContain("#/statements?q=grievous");
    const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "CSV" }).click()]);
    expect(readFileSync((await download.path())!, "utf8")).toContain("grievous");
    await page.locator(".statements .words a").first().click();
    await page.locator(".passage").waitFor();
    await page.reload();
    await page.locator(".passage", { hasText: "grievous" }).waitFor();
    expect(complaints).toEqual([]);
  });
  test("answers as the server does: filters, words, phrases, fields, orders, pages, facets", async () => {
    const quill = (await party(ex, "Tobias Quill")).id;
    const files = new Map<string, unknown>();
    const get = <T,>(path: string) => {
      if (!files.has(path)) files.set(path, JSON.parse(readFileSync(join(folder, path), "utf8")));
      return Promise.resolve(files.get(path) as T);
    };
    const queries: Query[] = [
      {}, { act: ["deny", "refuse"] }, { party: [quill] }, { speaker: [quill], act: ["deny"] }, { target: [quill] }, { form: ["direct"] }, { sourcing: ["unnamed"] },
      { outlet: ["Dunmere Herald"] }, { zone: ["headline"] }, { mode: ["attitude"] }, { from: ["2012-04-01"], to: ["2012-04-30"] }, { undated: ["1"] }, { unanswered: ["1"] },
      { q: ["cable"] }, { q: ["CABLE ship"] }, { q: ['"survey ship"'] }, { q: ["nosuchword"] }, { q: ['by:"Tobias Quill" act:deny'] }, { q: ["cable"], act: ["accuse"] },
      { act: ["accuse"], sort: ["-confidence"] }, { act: ["deny"], sort: ["speaker"] }, { act: ["deny"], sort: ["outlet"] },
    ];
    for (const query of queries) {
      const here = await statementsFrom(get, { ...query, limit: ["200"] });
      const there = await ex.json<StatementsPage>(`statements.json${search({ ...query, limit: ["200"] })}`);
      const name = search(query);
      expect(here.total, name).toEqual(there.total);
      expect(here.rows.map((r) => r.id).sort(), name).toEqual(there.rows.map((r) => r.id).sort());
      if (!query["sort"]) expect(here.rows.map((r) => r.id), name).toEqual(there.rows.map((r) => r.id));
    }
    const facets = (await statementsFrom(get, { act: ["deny"] })).facets!;
    const there = (await ex.json<StatementsPage>("statements.json?act=deny")).facets!;
    for (const name of ["act", "form", "sourcing", "outlet", "zone", "year"] as const) {
      const plain = (all: typeof facets.act) => Object.fromEntries(all.map((f) => [f.value, f.reports]));
      expect(plain(facets[name]), name).toEqual(plain(there[name]));
    }
    expect((await get<List<unknown>>("parties.json")).total).toBe((await ex.json<List<unknown>>("parties.json")).total);
  });
});
