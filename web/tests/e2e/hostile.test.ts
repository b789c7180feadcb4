/**
 * Articles that want to be more than text, read by the real program: markup, direction overrides, three thousand
 * statements in as many bytes as an article may have, and one of five megabytes, which is refused in words.
 */

import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { ArticlePage, ArticleRow, Row } from "../../src/api/types";
import { explorer, PHONE, settled } from "./browser";
import { gainsay, missing } from "./gainsay";
import { rows, statements } from "./places";

const EVIL = `<script>document.title="taken"</script><img src=x onerror="document.title='taken'">`;
const BIG = 3000;
/** What the reader takes of one article, and more than that. */
const MOST = 4 << 20;
const TOO_MUCH = 5_000_000;

function small(): string {
  return `Pilot denies charge ${EVIL}

OSTREY, April 2, 2031 - Pilot Arno \u202ereklaW\u202c said: “${EVIL} We never moved the buoy 𝄞.”

The Harbour Board accused the \u2067pilots\u2069 of moving the buoy. “It is <b>false</b>,” Pilot Arno Walker told reporters. Minister "><script>alert(1)</script> Dorn declined to comment.
`;
}

/** Three thousand short statements in so many bytes, most of which no reader of news would want. */
function big(bytes: number): string {
  let text = "Pilots and harbour board trade charges over buoys\n\nApril 2, 2031\n\n";
  for (let i = 0; i < BIG * 1.05; i++) text += `Pilot Arno Walker said the buoy number ${i} was adrift.\n\n`;
  const rest = `Also read: ${EVIL} \u202e${"everything else ".repeat(60)}\n\n`;
  return text + rest.repeat(Math.floor((bytes - Buffer.byteLength(text)) / Buffer.byteLength(rest)));
}

/** Both articles, in one dossier that has a hostile name too. */
function make(folder: string): string {
  const articles = join(folder, "articles");
  mkdirSync(articles);
  writeFileSync(join(articles, "small.txt"), small());
  writeFileSync(join(articles, "evil.jsonl"), `${JSON.stringify({ id: EVIL, text: small().replace("denies", "rejects"), title: EVIL, outlet: EVIL, authors: [EVIL], url: "javascript:document.title='taken'", published: "2031-04-03" })}\n`);
  writeFileSync(join(articles, "zbig.txt"), big(MOST - 1));
  const path = join(folder, "<b>evil<b>.gainsay");
  gainsay("build", articles, "-o", path, "--quiet");
  return path;
}

describe.skipIf(missing)("hostile articles", () => {
  const ex = explorer({ make });
  const bySize = async () => {
    const all = await rows<ArticleRow>(ex, "articles.json");
    return [...all].sort((a, b) => a.statements - b.statements);
  };
  test("are text and nothing else, on every page", async () => {
    const [evil] = await bySize();
    const row = (await statements(ex, `article=${evil!.id}`))[0]!;
    const pages = ["", "parties", "statements?q=script", `statements/${row.id}`, "articles", `articles/${evil!.id}?statement=${row.id}`, "sourcing", "allegations", "echoes"];
    for (const path of row.speaker.party ? [...pages, `parties/${row.speaker.party}`] : pages) {
      const { page, complaints } = await ex.open(path);
      await settled(page);
      expect(await page.title(), path).not.toBe("taken");
      expect(await page.locator("main script, main img, main b, header b").count(), path).toBe(0);
      expect(await page.locator('a[href^="javascript"]').count(), path).toBe(0);
      expect(await page.locator("body").innerText(), path).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/);
      expect(complaints, path).toEqual([]);
      await page.context().close();
    }
  });
  test("of four megabytes with three thousand statements opens at any place in it", async () => {
    const huge = (await bySize()).at(-1)!;
    const article = await ex.json<ArticlePage>(`articles/${huge.id}.json`);
    expect(Buffer.byteLength(article.text)).toBeGreaterThan(MOST - 2000);
    expect(article.statements.length).toBeGreaterThanOrEqual(BIG);
    const began = performance.now();
    const { page, complaints } = await ex.open(`articles/${huge.id}`, PHONE);
    await page.locator(".text-sign").first().waitFor();
    console.log(`four megabytes, ${article.statements.length} statements: first words after ${Math.round(performance.now() - began)} ms`);
    expect(await page.locator(".article-text p").count()).toBeLessThan(1500);
    const far = article.statements.at(-40) as Row & ArticlePage["statements"][number];
    await page.goto(`${ex.url()}articles/${huge.id}?statement=${far.id}`);
    await page.locator(".m-content.chosen").first().waitFor();
    expect((await page.locator(".m-content.chosen").allTextContents()).join("")).toBe(far.spans.content.map((s) => s.exact).join(""));
    await page.goto(ex.url());
    await page.locator("[data-mark]").first().waitFor();
    expect(complaints).toEqual([]);
  });
  test("of five megabytes is refused in words, and harms nothing", async () => {
    const before = (await rows<ArticleRow>(ex, "articles.json")).length;
    const { page, complaints } = await ex.open("add");
    await page.locator("input[type=file]").setInputFiles({ name: "huge.txt", mimeType: "text/plain", buffer: Buffer.from("x".repeat(TOO_MUCH)) });
    await page.locator(".job", { hasText: `holds ${TOO_MUCH} bytes where an article may have ${MOST}` }).waitFor();
    expect((await rows<ArticleRow>(ex, "articles.json")).length).toBe(before);
    expect(complaints).toEqual([]);
  });
});
