/** Each page in a real browser: it shows what it is for, complains of nothing, and axe finds no serious fault. */

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { explorer, missing, PHONE, WIDE } from "./browser";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** Serious and critical faults, as one reads them. Run in a context that lets a test's script in. */
async function faults(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  return page.evaluate(async () => {
    const axe = (window as unknown as { axe: { run(): Promise<{ violations: { id: string; impact: string; nodes: { html: string; failureSummary: string }[] }[] }> } }).axe;
    const { violations } = await axe.run();
    return violations.filter((v) => v.impact === "serious" || v.impact === "critical").map((v) => `${v.id}: ${v.nodes[0]?.html.slice(0, 200)} ${v.nodes[0]?.failureSummary}`);
  });
}

describe.skipIf(missing)("pages", () => {
  const ex = explorer();
  const id = (name: string) => ex.dossier().parties().find((p) => p.name === name)!.id;
  const some = () => ex.dossier().overview().marks.find((m) => m.reports > 2)!.statement;
  const pages: [string, () => string, RegExp][] = [
    ["overview", () => "", /Who is accused[\s\S]*unanswered/],
    ["allegations", () => "allegations", /Merrow Link/],
    ["one allegation", () => "allegations/a3", /Who stood where[\s\S]*admits in part/],
    ["parties", () => "parties", /Tobias Quill/],
    ["one party", () => `parties/${id("Lorrimond")}`, /What others do to it/],
    ["statements", () => "statements?act=deny&q=cable", /statements?\b[\s\S]*denies/],
    ["one statement", () => `statements/${some()}`, /What answers it/],
    ["articles", () => "articles", /Dunmere Herald/],
    ["one article", () => `articles/${ex.dossier().card(some())!.article}?statement=${some()}`, /How sure/],
    ["echoes", () => "echoes", /Independent/i],
    ["one echo", () => `echoes/${ex.dossier().echoes()[0]!.id}`, /earliest/],
    ["one story", () => "stories/s1", /3 articles/],
    ["sourcing", () => "sourcing", /second-hand/],
    ["corrections", () => "corrections", /Nothing has been corrected/],
    ["add", () => "add", /Drop files here/],
    ["no such page", () => "nowhere/at/all", /No such page/],
  ];
  for (const [name, path, shown] of pages) {
    for (const [size, context] of [["wide", { ...WIDE, colorScheme: "light" }], ["phone", { ...PHONE, colorScheme: "dark" }]] as const) {
      test(`${name}, ${size}`, async () => {
        const { page, complaints } = await ex.open(path(), { ...context, bypassCSP: true });
        await expect.poll(() => page.locator("main").innerText()).toMatch(shown);
        await page.locator(".loading").first().waitFor({ state: "detached" });
        expect(await faults(page)).toEqual([]);
        expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBeLessThanOrEqual(0);
        expect(complaints).toEqual([]);
        await page.context().close();
      });
    }
  }
});
