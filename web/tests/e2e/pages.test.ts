/** Each page over the real server: it shows what it is for, complains of nothing, and axe finds no serious fault. */

import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { explorer, PHONE, settled, WIDE } from "./browser";
import { AXE, missing } from "./gainsay";
import { PAGES } from "./places";

const axe = missing ? "" : readFileSync(AXE, "utf8");

/** Serious and critical faults, as one reads them. Run in a context that lets a test's script in. */
async function faults(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  return page.evaluate(async () => {
    const { violations } = await (window as unknown as { axe: { run(): Promise<{ violations: { id: string; impact: string; nodes: { html: string; failureSummary: string }[] }[] }> } }).axe.run();
    return violations.filter((v) => v.impact === "serious" || v.impact === "critical").map((v) => `${v.id}: ${v.nodes[0]?.html.slice(0, 200)} ${v.nodes[0]?.failureSummary}`);
  });
}

describe.skipIf(missing)("pages", () => {
  const ex = explorer();
  for (const [name, [path, shown]] of [...Object.entries(PAGES), ["no such page", [() => "nowhere/at/all", /No such page/]] as const]) {
    for (const [size, context] of [["wide", { ...WIDE, colorScheme: "light" }], ["phone", { ...PHONE, colorScheme: "dark" }]] as const) {
      test(`${name}, ${size}`, async () => {
        const { page, complaints } = await ex.open(await path(ex), { ...context, bypassCSP: true });
        await expect.poll(() => page.locator("main").innerText()).toMatch(shown);
        await settled(page);
        expect(await faults(page)).toEqual([]);
        expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth), "nothing may stick out sideways").toBeLessThanOrEqual(0);
        expect(complaints).toEqual([]);
        await page.context().close();
      });
    }
  }
  test("the overview with a card open beside the chart, without a fault", async () => {
    const { page } = await ex.open("", { ...WIDE, bypassCSP: true });
    await page.locator("[data-mark].act-accuse").first().click();
    await page.locator(".drawer .passage").waitFor();
    expect(await faults(page)).toEqual([]);
    await page.context().close();
  });
});
