/** Articles added on the page, read by the real model. */

import { describe, expect, test } from "vitest";
import type { ArticlePage, Meta } from "../../src/api/types";
import { explorer } from "./browser";
import { missing } from "./gainsay";
import { article } from "./places";

const PASTED = `Harbour master rejects charge over buoy

OSTREY, May 3, 2014 - The harbour master of Ostrey, Livia Strand, denied on Saturday that her office had moved the buoy.

“We touched nothing,” Strand told reporters. She accused the Ferry Union of inventing the charge.
`;

const DROPPED = `<!doctype html><html><head><title>Union repeats charge over buoy</title><meta property="og:site_name" content="Ostrey Evening Bell">
<meta property="article:published_time" content="2014-05-05"></head><body><article><h1>Union repeats charge over buoy</h1>
<p>The Ferry Union said on Monday that the harbour office had moved the buoy at night and hidden its log.</p>
<p>“Show us the log,” the union’s chairman, Teo Marrin, demanded. The harbour office declined to comment.</p></article></body></html>`;

describe.skipIf(missing)("adding", () => {
  const ex = explorer();
  test("a pasted text is read, summed up and found again", async () => {
    const before = (await ex.json<Meta>("meta.json")).counts;
    const { page, complaints } = await ex.open("add");
    await page.getByLabel("Text", { exact: true }).fill(PASTED);
    await page.getByLabel("Outlet").fill("Ostrey Evening Bell");
    await page.getByLabel(/^Published/).fill("2014-05-03");
    await page.getByRole("button", { name: "Read it" }).click();
    await page.locator(".job", { hasText: /1 article read, [1-9]\d* statements/ }).waitFor({ timeout: 60_000 });
    await page.locator(".job li a").click();
    await page.getByRole("heading", { name: /Harbour master/ }).first().waitFor();
    await page.locator(".text-sign").first().waitFor();
    const after = (await ex.json<Meta>("meta.json")).counts;
    expect([after.articles - before.articles, after.statements.reports > before.statements.reports]).toEqual([1, true]);
    const kept = await ex.json<ArticlePage>(`articles/${(await article(ex, /^Harbour master/)).id}.json`);
    expect([kept.outlet, kept.published?.value, kept.text]).toEqual(["Ostrey Evening Bell", "2014-05-03", PASTED]);
    await page.getByLabel("Search statements").fill("buoy");
    await page.keyboard.press("Enter");
    await page.locator(".statements mark", { hasText: "buoy" }).first().waitFor();
    expect(complaints).toEqual([]);
  });
  test("a file dropped on the page is read; what is no article says why", async () => {
    const { page } = await ex.open("add");
    const transfer = await page.evaluateHandle(
      ([html]) => {
        const data = new DataTransfer();
        data.items.add(new File([html!], "union.html", { type: "text/html" }));
        data.items.add(new File([""], "nothing.txt", { type: "text/plain" }));
        return data;
      },
      [DROPPED],
    );
    await page.locator(".drop").dispatchEvent("drop", { dataTransfer: transfer });
    await page.locator(".job", { hasText: "union.html" }).getByText(/1 article read, [1-9]\d* statements/).waitFor({ timeout: 60_000 });
    await page.locator(".job", { hasText: "nothing.txt" }).getByText(/not read/i).first().waitFor();
    await page.getByText(/^All done: [12] articles? read, [1-9]\d* statements, 1 not read$/).waitFor();
    const kept = await article(ex, /^Union repeats/);
    expect([kept.outlet, kept.published?.value]).toEqual(["Ostrey Evening Bell", "2014-05-05"]);
  });
  test("what is here already, a copy, another language and what is too big are told apart; many files wait their turn", { timeout: 180_000 }, async () => {
    const { page, complaints } = await ex.open("add");
    const input = page.locator(".drop input[type=file]");
    const text = (name: string, words: string) => ({ name, mimeType: "text/plain", buffer: Buffer.from(words) });
    const job = (name: string) => page.locator(".job", { has: page.getByRole("heading", { name, exact: true }) });
    const buoy = PASTED.replace("buoy\n\nOSTREY", "lamp\n\nOSTREY").replaceAll("buoy", "lamp");
    const german = "Hafenmeisterin weist Vorwurf zurück\n\nDie Hafenmeisterin von Ostrey hat am Samstag bestritten, dass ihr Amt die Boje versetzt habe. „Wir haben nichts angerührt“, sagte sie vor der Presse. Die Gewerkschaft der Fährleute hatte ihr vorgeworfen, das Logbuch zu verstecken.";
    await input.setInputFiles([text("lamp.txt", buoy), text("deutsch.txt", german)]);
    await job("lamp.txt").getByText(/1 article read, [1-9]\d* statements/).waitFor({ timeout: 60_000 });
    await job("deutsch.txt").getByText(/not read – .*(English|language)/).waitFor({ timeout: 60_000 });
    await input.setInputFiles([text("lamp.txt", buoy)]);
    await page.getByText("here already, not read again").waitFor({ timeout: 60_000 });
    await input.setInputFiles([text("lamp again.txt", buoy)]);
    await job("lamp again.txt").getByText(/a copy, which confirms nothing/).waitFor({ timeout: 60_000 });
    // More files than the server lets wait: the page keeps them until there is room.
    await input.setInputFiles(Array.from({ length: 80 }, (_, i) => text(`empty ${i}.txt`, i === 79 ? buoy.replaceAll("lamp", "rope") : " ")));
    await page.getByText(/^All done: /).waitFor({ timeout: 120_000 });
    await job("empty 79.txt").getByText(/1 article read, [1-9]\d* statements/).waitFor();
    expect(await page.locator(".job").count()).toBeGreaterThanOrEqual(84);
    await page.evaluate(() => {
      const big = new File([], "huge.txt");
      Object.defineProperty(big, "size", { value: 65 * 1048576 });
      const event = new DragEvent("drop", { bubbles: true, cancelable: true });
      Object.defineProperty(event, "dataTransfer", { value: { items: [], files: [big] } });
      document.querySelector(".drop")!.dispatchEvent(event);
    });
    await job("huge.txt").getByText(/bigger than 64 MiB/).waitFor();
    expect(complaints.filter((c) => !c.includes("429"))).toEqual([]);
  });
});
