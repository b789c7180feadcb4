/** Pictures of every page, wide and phone, in light and dark, for docs/pictures. Run by `npm run pictures`. */

import { mkdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { explorer, missing, PHONE, WIDE } from "./browser";

const out = process.env["PICTURES"] ?? fileURLToPath(new URL("../out/pictures", import.meta.url));
mkdirSync(out, { recursive: true });
const only = process.env["ONLY"]?.split(",");

describe.skipIf(missing)("pictures", () => {
  const ex = explorer();
  const party = () => ex.dossier().parties().find((p) => p.name === "Lorrimond")!.id;
  const pages: Record<string, () => string> = {
    overview: () => "",
    allegations: () => "allegations",
    allegation: () => "allegations/a3",
    parties: () => "parties",
    party: () => `parties/${party()}`,
    statements: () => "statements?q=cable",
    statement: () => `statements/${ex.dossier().overview().marks.find((m) => m.reports > 2)!.statement}`,
    articles: () => "articles",
    article: () => {
      const a = ex.dossier().articles().find((x) => x.outlet === "Dunmere Herald" && x.title?.startsWith("Survey"))!;
      const s = ex.dossier().articlePage(a.id)!.statements[2]!;
      return `articles/${a.id}?statement=${s.id}`;
    },
    echoes: () => "echoes",
    echo: () => `echoes/${ex.dossier().echoes()[0]!.id}`,
    sourcing: () => "sourcing",
    corrections: () => "corrections",
    add: () => "add",
  };
  for (const [size, context] of [["wide", WIDE], ["phone", { ...PHONE, deviceScaleFactor: 1 }]] as const) {
    for (const colorScheme of ["light", "dark"] as const) {
      test(`${size}, ${colorScheme}`, { timeout: 300_000 }, async () => {
        for (const [name, path] of Object.entries(pages)) {
          if (only && !only.includes(name)) continue;
          const { page, complaints } = await ex.open(path(), { ...context, colorScheme });
          await page.waitForLoadState("networkidle");
          await page.locator(".loading").first().waitFor({ state: "detached" });
          const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
          expect(wide, `${name} must not scroll sideways`).toBeLessThanOrEqual(0);
          await page.screenshot({ path: `${out}/${name}-${size}-${colorScheme}.png`, animations: "disabled" });
          expect(complaints, name).toEqual([]);
          await page.context().close();
        }
      });
    }
  }
});
