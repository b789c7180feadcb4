/**
 * Articles that want to be more than text, read by the real program: markup, direction overrides; a file of five
 * megabytes, which it refuses in words. What it would answer of an article of five megabytes with three thousand
 * statements is put in its place on the way to the page, made from a real answer.
 */

import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { ArticlePage, ArticleRow, Card } from "../../src/api/types";
import { explorer, PHONE, settled } from "./browser";
import { gainsay, missing } from "./gainsay";
import { rows, statements } from "./places";

const EVIL = `<script>document.title="taken"</script><img src=x onerror="document.title='taken'">`;
const BIG = 3000;
const MOST = 4 << 20;
const TOO_MUCH = 5_000_000;

function small(): string {
  return `Pilot denies charge ${EVIL}

OSTREY, April 2, 2031 - Pilot Arno \u202ereklaW\u202c said: “${EVIL} We never moved the buoy 𝄞.”

The Harbour Board accused the \u2067pilots\u2069 of moving the buoy. “It is <b>false</b>,” Pilot Arno Walker told reporters. Minister "><script>alert(1)</script> Dorn declined to comment.
`;
}

/** An article as the server would answer it, with `BIG` statements in five megabytes. */
function grown(article: ArticlePage): ArticlePage {
  const like = article.statements[0]!;
  const statements: ArticlePage["statements"] = [];
  let text = "";
  let at = 0;
  for (let i = 0; i < BIG; i++) {
    const [source, cue, content] = ["The \u202etoliP\u202c", "said", `“${EVIL} it is ${i} 𝄞”`];
    const line = `${source} ${cue} ${content}. ${"word ".repeat(330)}\n`;
    const place = (exact: string) => {
      const start = at + Array.from(line.slice(0, line.indexOf(exact))).length;
      return { start, end: start + Array.from(exact).length, exact };
    };
    statements.push({ ...like, id: `s${i}`, position: i, content, source, cue, spans: { ...like.spans, source: [place(source)], cue: [place(cue)], content: [place(content)], via: [], target: [], addressee: [] } });
    text += line;
    at += Array.from(line).length;
  }
  return { ...article, text, statements, zones: [{ kind: "body", start: 0, end: at }] };
}

/** Both articles, in one dossier that has a hostile name too. */
function make(folder: string): string {
  const articles = join(folder, "articles");
  mkdirSync(articles);
  writeFileSync(join(articles, "small.txt"), small());
  writeFileSync(join(articles, "evil.jsonl"), `${JSON.stringify({ id: EVIL, text: small().replace("denies", "rejects"), title: EVIL, outlet: EVIL, authors: [EVIL], url: "javascript:document.title='taken'", published: "2031-04-03" })}\n`);
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
  test("of five megabytes with three thousand statements opens at any place in it", async () => {
    const [evil] = await bySize();
    const real = await ex.json<ArticlePage>(`articles/${evil!.id}.json`);
    const card = await ex.json<Card>(`statements/${real.statements[0]!.id}.json`);
    const huge = grown(real);
    expect(huge.text.length).toBeGreaterThan(5_000_000);
    const { page, complaints } = await ex.open("articles", PHONE);
    await page.route(`**/articles/${evil!.id}.json`, (route) => route.fulfill({ json: huge }));
    await page.route("**/statements/s*.json", (route) => route.fulfill({ json: { ...card, id: "s2960" } }));
    const began = performance.now();
    await page.locator(`a[href$="/articles/${evil!.id}"]`).first().click();
    await page.locator(".text-sign").first().waitFor();
    console.log(`five megabytes, ${BIG} statements: first words after ${Math.round(performance.now() - began)} ms`);
    expect(await page.locator(".article-text p").count()).toBeLessThan(200);
    await page.goto(`${ex.url()}articles/${evil!.id}?statement=s40`);
    await page.locator(".m-content.chosen").first().waitFor();
    expect(await page.locator(".m-content.chosen").allTextContents()).toEqual([`“${EVIL} it is 40 𝄞”`]);
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
