/** An article that wants to be more than text: markup, direction overrides, five megabytes, three thousand statements. */

import { describe, expect, test } from "vitest";
import type { Kept } from "../../mock/record";
import { explorer, missing, PHONE } from "./browser";

const EVIL = `<script>document.title="taken"</script><img src=x onerror="document.title='taken'">`;

function hostile(): Kept {
  const line = (i: number) => `The \u202eretliP\u202c ${i} said “${EVIL} it is ${i} 𝄞”. ${"word ".repeat(320)}\n`;
  let text = `Headline ${EVIL}\n`;
  const statements: Kept["statements"] = [];
  let at = Array.from(text).length;
  for (let i = 0; i < 3000; i++) {
    const l = line(i);
    const points = Array.from(l);
    const open = points.indexOf("“");
    const said = open - 5;
    statements.push({
      id: `s${i}`, article: "a1", position: i, act: "accuse", mode: "utterance", form: "direct", zone: "body", sourcing: "named", speaker: EVIL, kind: "person", role: EVIL,
      resolved: "name", candidates: [], targets: [], via: [], said: "2031-04-02", confidence: 0.9, act_confidence: 0.9, act_basis: EVIL, made_by: "test",
      spans: { source: [[at, at + said - 1]], cue: [[at + said, at + said + 4]], content: [[at + open, at + points.indexOf("”") + 1]] },
    });
    text += l;
    at += points.length;
  }
  return {
    name: `${EVIL}.gainsay`,
    articles: [{ id: "a1", path: `${EVIL}.txt`, title: EVIL, outlet: EVIL, authors: [EVIL], dateline: null, language: "en", published: "2031-04-02", basis: "text", url: "javascript:document.title='taken'", copy_of: null, text, zones: [["headline", 0, 100], ["body", 100, at]] }],
    parties: [{ id: "p1", name: EVIL, kind: "person", role: EVIL, speaks_for: null }],
    statements, answers: [], allegations: [], echoes: [],
  };
}

describe.skipIf(missing)("a hostile article", () => {
  const ex = explorer({ record: hostile() });
  test("is text and nothing else, on every page", async () => {
    for (const path of ["", "parties", "parties/p1", "statements", "statements/s7", "articles", "sourcing"]) {
      const { page, complaints } = await ex.open(path);
      await page.waitForLoadState("networkidle");
      expect(await page.title(), path).not.toBe("taken");
      expect(await page.locator("main script, main img").count(), path).toBe(0);
      expect(await page.locator('a[href^="javascript"]').count(), path).toBe(0);
      expect(await page.locator("body").innerText(), path).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/);
      expect(complaints, path).toEqual([]);
      await page.context().close();
    }
  });
  test("of five megabytes opens at once, and at any place in it", async () => {
    expect(ex.dossier().kept.articles[0]!.text.length).toBeGreaterThan(4_900_000);
    const { page, complaints } = await ex.open("articles/a1", PHONE);
    await page.locator(".text-sign").first().waitFor();
    expect(await page.locator(".article-text p").count()).toBeLessThan(200);
    await page.goto(`${ex.url()}articles/a1?statement=s40`);
    await page.locator(".m-content.chosen").first().waitFor();
    expect(await page.locator(".m-content.chosen").allTextContents()).toEqual([`“${EVIL} it is 40 𝄞”`]);
    expect(complaints).toEqual([]);
  });
});
