/** Pictures of every page over the real server, wide and phone, in light and dark. `npm run pictures` writes docs/pictures. */

import { mkdirSync, writeFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { explorer, PHONE, settled, WIDE } from "./browser";
import { missing } from "./gainsay";
import { charge, PAGES } from "./places";

const out = process.env["PICTURES"];
const only = process.env["ONLY"]?.split(",");
if (out) mkdirSync(out, { recursive: true });

describe.skipIf(missing || !out)("pictures", () => {
  const ex = explorer();
  const shown: Record<string, (typeof PAGES)[string][0]> = {
    ...Object.fromEntries(Object.entries(PAGES).map(([name, [path]]) => [name, path])),
    card: async () => `?open=${(await charge(ex)).id}`,
  };
  test("a few corrections to show", async () => {
    const { id } = await charge(ex);
    for (const body of [{ kind: "note", statement: id, text: "Compare with the log of the harbour office." }, { kind: "flag", statement: id }, { kind: "target", statement: id, targets: ["Patient Heron"], note: "The boat only watched; the ship is charged." }]) {
      const answer = await fetch(`${ex.url()}corrections`, { method: "POST", headers: { "Content-Type": "application/json", "X-Gainsay": "write" }, body: JSON.stringify({ ...body, who: "A. Reader" }) });
      expect(answer.status).toBe(201);
    }
  });
  for (const [size, context] of [["wide", WIDE], ["phone", PHONE]] as const) {
    for (const colorScheme of ["light", "dark"] as const) {
      test(`${size}, ${colorScheme}`, { timeout: 300_000 }, async () => {
        for (const [name, path] of Object.entries(shown)) {
          if (only && !only.includes(name)) continue;
          const { page, complaints } = await ex.open(await path(ex), { ...context, colorScheme });
          await settled(page);
          expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth), `${name} must not scroll sideways`).toBeLessThanOrEqual(0);
          writeFileSync(`${out}/${name}-${size}-${colorScheme}.png`, await page.screenshot({ animations: "disabled", fullPage: process.env["FULL"] === "1" }));
          expect(complaints, name).toEqual([]);
          await page.context().close();
        }
      });
    }
  }
});
