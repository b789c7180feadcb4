/** What a reader does: with keys only and with the mouse; searching, filtering, saving, following a link. */

import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { ArticlePage, Card, StatementsPage } from "../../src/api/types";
import { explorer } from "./browser";
import { missing } from "./gainsay";
import { charge } from "./places";

describe.skipIf(missing)("with keys only", () => {
  const ex = explorer();
  test("from the chart to the words of a statement, to a correction, and back", async () => {
    const { page, complaints } = await ex.open("");
    const focused = () => page.evaluate(() => document.activeElement?.getAttribute("aria-label") ?? document.activeElement?.textContent ?? "");
    await page.locator("[data-mark]").first().waitFor();
    for (let i = 0; i < 60 && !(await page.evaluate(() => document.activeElement?.hasAttribute("data-mark"))); i++) await page.keyboard.press("Tab");
    const first = await focused();
    expect(first).toMatch(/201[234].*: /);
    await page.keyboard.press("ArrowRight");
    expect(await focused()).not.toBe(first);
    await page.keyboard.press("ArrowLeft");
    expect(await focused()).toBe(first);
    await page.keyboard.press("ArrowDown");
    expect(await focused()).not.toBe(first);
    await page.keyboard.press("Home");
    expect(await focused()).toBe(first);
    await page.keyboard.press("Enter");
    await page.locator(".drawer .passage").waitFor();
    expect(new URL(page.url()).searchParams.get("open")).toBeTruthy();
    await page.keyboard.press("Escape");
    await page.locator(".drawer").waitFor({ state: "detached" });
    expect(await page.evaluate(() => document.activeElement?.hasAttribute("data-mark"))).toBe(true);
    await page.keyboard.press("+");
    expect(new URL(page.url()).searchParams.get("from")).toBeTruthy();
    await page.keyboard.press("-");
    expect(complaints).toEqual([]);
  });
  test("searching", async () => {
    const { page } = await ex.open("parties");
    await page.keyboard.press("/");
    await page.keyboard.type("grievous accident");
    await page.keyboard.press("Enter");
    await page.locator(".statements mark").first().waitFor();
    expect(page.url()).toContain("/statements?q=grievous+accident");
    await page.goBack();
    await page.getByRole("heading", { name: "Parties" }).waitFor();
  });
  test("opening a lane into its members, and flagging a statement", async () => {
    const { page } = await ex.open("");
    const toggle = page.locator("[data-lane]").first();
    await toggle.focus();
    await page.keyboard.press("Enter");
    await expect.poll(() => toggle.getAttribute("aria-expanded")).toBe("true");
    await page.locator(".lane-name.member").first().waitFor();
    await page.goto(`${ex.url()}statements/${(await charge(ex)).id}`);
    await page.getByRole("button", { name: "Flag", exact: true }).focus();
    await page.keyboard.press("Enter");
    await page.getByLabel("Your name").focus();
    await page.keyboard.type("A. Reader");
    await page.keyboard.press("Enter");
    await page.locator(".card-main .tag", { hasText: "flagged" }).waitFor();
  });
});

describe.skipIf(missing)("with the mouse", () => {
  const ex = explorer();
  test("brushing zooms, the address keeps it, and the picture can be saved", async () => {
    const { page, complaints } = await ex.open("");
    await page.locator("[data-mark]").first().waitFor();
    const box = (await page.locator(".chart svg").boundingBox())!;
    await page.mouse.move(box.x + 215, box.y + 50);
    await page.mouse.down();
    await page.mouse.move(box.x + 560, box.y + 52, { steps: 4 });
    await page.mouse.up();
    await expect.poll(() => new URL(page.url()).searchParams.get("from")).toMatch(/^2012-/);
    const marks = await page.locator("[data-mark]").count();
    await page.reload();
    await page.locator("[data-mark]").first().waitFor();
    expect(await page.locator("[data-mark]").count()).toBe(marks);
    const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Save as SVG" }).click()]);
    const svg = readFileSync((await download.path())!, "utf8");
    expect(svg).toMatch(/^<svg[\s\S]*<title>Exchanges: merrow-cable/);
    expect(svg).not.toContain("var(--");
    expect(complaints).toEqual([]);
  });
  test("quiet time is folded, and can be shown as long as it was", async () => {
    const { page } = await ex.open("");
    await page.locator(".quiet-label", { hasText: "months" }).first().waitFor();
    await page.getByRole("button", { name: "Even time" }).click();
    await page.locator(".quiet").first().waitFor({ state: "detached" });
    expect(page.url()).toContain("time=even");
    expect(await page.locator(".tick-label").count()).toBeGreaterThan(3);
  });
  test("a mark shows what it is, and opens with one click", async () => {
    const { page } = await ex.open("");
    const mark = page.locator("[data-mark].act-accuse").first();
    await mark.hover();
    await page.locator(".tip .quote").waitFor();
    expect(await page.locator(".mark.off").count()).toBeGreaterThan(0);
    await mark.click();
    await page.locator(".drawer .passage .p-content").first().waitFor();
  });
  test("filters are in the address and can be taken away; the view is saved as CSV and JSON Lines", async () => {
    const { page } = await ex.open("statements");
    await page.locator(".facets label", { hasText: "denies" }).click();
    await page.waitForURL(/act=deny/);
    await page.locator(".chosen button", { hasText: "denies" }).waitFor();
    await expect.poll(async () => [...new Set(await page.locator(".statements .act-word").allInnerTexts())]).toEqual(["denies"]);
    const all = await ex.json<StatementsPage>("statements.json?act=deny");
    const [table] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: "CSV" }).click()]);
    expect(readFileSync((await table.path())!, "utf8")).toMatch(/speaker[\s\S]*deny/);
    const [lines] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: "JSON Lines" }).click()]);
    const kept = readFileSync((await lines.path())!, "utf8").trim().split("\n").map((line) => JSON.parse(line) as { act: string });
    expect(kept.length).toBe(all.total.reports);
    expect(new Set(kept.map((s) => s.act))).toEqual(new Set(["deny"]));
    await page.locator(".chosen button", { hasText: "denies" }).click();
    await expect.poll(() => new URL(page.url()).search).toBe("");
  });
  test("the query language finds, and says where a query goes wrong", async () => {
    const { page } = await ex.open('statements?q=by%3A"Tobias Quill" act%3Adeny');
    await page.locator(".statements .act-word").first().waitFor();
    for (const name of await page.locator(".statements td[data-label=Who] strong").allInnerTexts()) expect(name).toContain("Tobias Quill");
    await page.goto(`${ex.url()}statements?q=act%3Asings`);
    await page.locator("[role=alert]", { hasText: "sings" }).waitFor();
  });
  test("a table sorts, filters and saves what it shows", async () => {
    const { page } = await ex.open("parties");
    await page.getByRole("button", { name: "Name" }).click();
    const names = await page.locator("tbody tr td:nth-child(2)").allInnerTexts();
    expect(names).toEqual([...names].sort((a, b) => a.localeCompare(b, "en", { numeric: true })));
    await page.locator(".table-tools input").fill("renska");
    const left = await page.locator("tbody tr").count();
    expect(left).toBeGreaterThan(0);
    expect(left).toBeLessThan(names.length);
    const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Save as CSV" }).click()]);
    expect(readFileSync((await download.path())!, "utf8").trim().split("\r\n").length).toBe(left + 1);
  });
  test("a link reopens the place in the article", async () => {
    const card = await ex.json<Card>(`statements/${(await charge(ex)).id}.json`);
    const span = card.spans.content[0]!;
    const { page } = await ex.open(`articles/${card.article}?at=${span.start}-${span.end}`);
    await page.locator(".place").first().waitFor();
    expect((await page.locator(".place").allTextContents()).join("")).toBe(span.exact);
    await page.goto(`${ex.url()}articles/${card.article}?statement=${card.id}`);
    await page.locator(".m-content.chosen").first().waitFor();
    expect((await page.locator(".m-content.chosen").allTextContents()).join("")).toContain(span.exact.slice(0, 40));
    const article = await ex.json<ArticlePage>(`articles/${card.article}.json`);
    for (const s of article.statements) for (const x of s.spans.content) expect(Array.from(article.text).slice(x.start, x.end).join("")).toBe(x.exact);
  });
});
