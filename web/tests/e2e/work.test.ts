/** What a reader does: with keys only, with the mouse, with corrections, in a published folder. */

import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { explorer, missing, WIDE } from "./browser";

describe.skipIf(missing)("with keys only", () => {
  const ex = explorer();
  test("from the chart to the words of a statement and back", async () => {
    const { page, complaints } = await ex.open("");
    const focused = () => page.evaluate(() => document.activeElement?.getAttribute("aria-label") ?? document.activeElement?.textContent ?? "");
    for (let i = 0; i < 60 && !(await page.evaluate(() => document.activeElement?.hasAttribute("data-mark"))); i++) await page.keyboard.press("Tab");
    const first = await focused();
    expect(first).toMatch(/2012: /);
    await page.keyboard.press("ArrowRight");
    const second = await focused();
    expect(second).not.toBe(first);
    await page.keyboard.press("ArrowLeft");
    expect(await focused()).toBe(first);
    await page.keyboard.press("ArrowDown");
    expect(await focused()).not.toBe(first);
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("Enter");
    await page.locator(".drawer .passage").waitFor();
    expect(new URL(page.url()).searchParams.get("open")).toBeTruthy();
    await page.keyboard.press("Escape");
    await page.locator(".drawer").waitFor({ state: "detached" });
    expect(await page.evaluate(() => document.activeElement?.hasAttribute("data-mark"))).toBe(true);
    await page.keyboard.press("+");
    expect(new URL(page.url()).searchParams.get("from")).toBeTruthy();
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
  test("opening a lane into its members", async () => {
    const { page } = await ex.open("");
    const toggle = page.getByRole("button", { name: "Varnia: who speaks for it" });
    await toggle.focus();
    await page.keyboard.press("Enter");
    await expect.poll(() => toggle.getAttribute("aria-expanded")).toBe("true");
    await page.locator(".lane-name.member", { hasText: "Dalia Renska" }).waitFor();
  });
});

describe.skipIf(missing)("with the mouse", () => {
  const ex = explorer();
  test("brushing zooms, the address keeps it, and the picture can be saved", async () => {
    const { page, complaints } = await ex.open("");
    const box = (await page.locator(".chart svg").boundingBox())!;
    await page.mouse.move(box.x + 250, box.y + box.height - 20);
    await page.mouse.down();
    await page.mouse.move(box.x + 480, box.y + box.height - 24, { steps: 4 });
    await page.mouse.up();
    const { searchParams } = new URL(page.url());
    expect(searchParams.get("from")).toMatch(/^2012-/);
    const marks = await page.locator("[data-mark]").count();
    await page.reload();
    await page.locator("[data-mark]").first().waitFor();
    expect(await page.locator("[data-mark]").count()).toBe(marks);
    const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Save as SVG" }).click()]);
    const svg = readFileSync((await download.path())!, "utf8");
    expect(svg).toMatch(/^<svg[\s\S]*<title>Exchanges/);
    expect(svg).not.toContain("var(--");
    expect(complaints).toEqual([]);
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
  test("filters are in the address and can be taken away", async () => {
    const { page } = await ex.open("statements");
    await page.locator(".facets label", { hasText: "denies" }).click();
    await page.waitForURL(/act=deny/);
    await page.locator(".chosen button", { hasText: "denies" }).waitFor();
    const words = await page.locator(".statements .act-word").allInnerTexts();
    expect(new Set(words)).toEqual(new Set(["denies"]));
    await page.locator(".chosen button", { hasText: "denies" }).click();
    await expect.poll(() => new URL(page.url()).search).toBe("");
  });
  test("a table sorts, filters and saves what it shows", async () => {
    const { page } = await ex.open("parties");
    await page.getByRole("button", { name: "Name" }).click();
    const names = await page.locator("tbody tr td:nth-child(2)").allInnerTexts();
    expect(names).toEqual([...names].sort((a, b) => a.localeCompare(b, "en", { numeric: true })));
    await page.locator(".table-tools input").fill("quill");
    expect(await page.locator("tbody tr").count()).toBe(1);
    const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Save as CSV" }).click()]);
    expect(readFileSync((await download.path())!, "utf8").trim().split("\r\n").length).toBe(2);
  });
  test("a link reopens the place in the article", async () => {
    const card = ex.dossier().card(ex.dossier().overview().marks[3]!.statement)!;
    const span = card.spans.content[0]!;
    const { page } = await ex.open(`articles/${card.article}?at=${span.start}-${span.end}`);
    await page.locator(".place").first().waitFor();
    const shown = (await page.locator(".place").allTextContents()).join("");
    expect(shown).toBe(span.exact);
  });
});

describe.skipIf(missing)("corrections", () => {
  const ex = explorer();
  test("of act, target, date, speaker, with a note and a flag; each is in the log and can be undone", async () => {
    const id = ex.dossier().overview().marks.find((m) => m.act === "accuse")!.statement;
    const { page, complaints } = await ex.open(`statements/${id}`);
    const correct = async (button: string, fill: () => Promise<unknown>) => {
      await page.getByRole("group", { name: "Correct this statement" }).getByRole("button", { name: button, exact: true }).click();
      await fill();
      await page.getByLabel("Your name").fill("A. Reader");
      await page.getByRole("button", { name: "Save", exact: true }).click();
      await page.locator("dialog").waitFor({ state: "detached" });
    };
    await correct("Act", () => page.getByLabel("criticizes").check());
    await page.locator("h1 + .card-act .act-word", { hasText: "criticizes" }).waitFor();
    await correct("Target", () => page.getByLabel(/^Targets/).fill("Halvern"));
    await page.locator("h1 + .card-act a", { hasText: "Halvern" }).waitFor();
    await correct("Date", () => page.getByLabel(/^Date/).fill("2012-03-02"));
    await page.locator("h1 + .card-act", { hasText: "2 March 2012 (corrected by hand)" }).waitFor();
    await correct("Speaker", () => page.getByLabel("Name", { exact: true }).fill("Hanno Wace"));
    await page.locator("h1 a", { hasText: "Hanno Wace" }).waitFor();
    await correct("Note", () => page.getByLabel("Your note").fill("see the page <b>itself</b>"));
    await page.locator(".notes", { hasText: "<b>itself</b>" }).waitFor();
    await correct("Flag", () => Promise.resolve());
    await page.locator(".card-main .tag", { hasText: "flagged" }).waitFor();
    await page.getByRole("link", { name: "Corrections" }).click();
    await page.locator(".log-line").nth(5).waitFor();
    await page.locator(".log-line").last().getByRole("button", { name: "Undo" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Undo" }).click();
    await page.locator(".log-line.undone").waitFor();
    expect(complaints).toEqual([]);
  });
  test("of the words themselves: what is selected is what is sent", async () => {
    const card = ex.dossier().card(ex.dossier().overview().marks[5]!.statement)!;
    const { page } = await ex.open(`statements/${card.id}`);
    await page.getByRole("button", { name: "Words" }).click();
    const length = Array.from(card.passage.text).length;
    await page.locator("dialog textarea").evaluate((t: HTMLTextAreaElement) => t.setSelectionRange(0, t.value.length));
    await page.getByRole("button", { name: "These words are it" }).last().click();
    await page.getByLabel("Your name").fill("A. Reader");
    const [request] = await Promise.all([page.waitForRequest((r) => r.method() === "POST"), page.getByRole("button", { name: "Save", exact: true }).click()]);
    expect(request.postDataJSON()).toMatchObject({ kind: "span", statement: card.id, content: [[card.passage.start, card.passage.start + length]] });
    expect(request.headers()["x-gainsay"]).toBe("write");
  });
  test("an answer is rejected and stays listed as such; a refused correction says why", async () => {
    const answered = ex.dossier().all().find((r) => r.answered_by > 0 && ex.dossier().card(r.id)!.answers_from.length === 1)!;
    const { page } = await ex.open(`statements/${answered.id}`);
    await page.getByRole("button", { name: "It is not" }).click();
    await page.getByLabel("Your name").fill(" ");
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await page.locator("dialog [role=alert]", { hasText: "needs the name" }).waitFor();
    await page.getByLabel("Your name").fill("A. Reader");
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await page.getByText("rejected by hand").waitFor();
  });
  test("an answer that the program did not draw", async () => {
    const [first, last] = [ex.dossier().all()[0]!.id, ex.dossier().all()[9]!.id];
    const { page } = await ex.open(`statements/${last}`);
    await page.getByRole("button", { name: "Answers" }).click();
    await page.getByLabel(/^Address or id/).fill(`${ex.url()}statements/${first}?x=y`);
    await page.getByLabel("refuses").check();
    await page.getByLabel("Your name").fill("A. Reader");
    const [request] = await Promise.all([page.waitForRequest((r) => r.method() === "POST"), page.getByRole("button", { name: "Save", exact: true }).click()]);
    expect(request.postDataJSON()).toEqual({ kind: "answer", from: last, to: first, verdict: "accept", answer: "refuse", who: "A. Reader" });
  });
  test("two parties become one", async () => {
    const { page } = await ex.open("parties");
    await page.getByLabel("Merge Tobias Quill").check();
    await page.getByLabel("Merge Survey Service").check();
    await page.getByRole("button", { name: "These are one party" }).click();
    await page.getByLabel("Your name").fill("A. Reader");
    const [request] = await Promise.all([page.waitForRequest((r) => r.method() === "POST"), page.getByRole("button", { name: "Save", exact: true }).click()]);
    expect(request.postDataJSON()).toMatchObject({ kind: "merge" });
    expect((request.postDataJSON() as { parties: string[] }).parties.length).toBe(2);
  });
});

describe.skipIf(missing)("adding", () => {
  const ex = explorer();
  test("a pasted text is read and summed up", async () => {
    const { page, complaints } = await ex.open("add");
    await page.getByLabel("Text", { exact: true }).fill("The Pilot said: “No.”");
    await page.getByLabel("Title").fill("No");
    const [request] = await Promise.all([page.waitForRequest((r) => r.method() === "POST"), page.getByRole("button", { name: "Read it" }).click()]);
    expect(request.postDataJSON()).toEqual({ text: "The Pilot said: “No.”", title: "No" });
    await page.locator(".job", { hasText: "1 article read, 15 statements" }).waitFor();
    expect(complaints).toEqual([]);
  });
});

describe.skipIf(missing)("a published folder", () => {
  const ex = explorer({ published: true });
  test("has the same pages behind #, searches, and offers no writing", async () => {
    const { page, complaints } = await ex.open("");
    expect(await page.getByRole("link", { name: "Add", exact: true }).count()).toBe(0);
    await page.getByRole("link", { name: "Statements", exact: true }).click();
    await page.locator(".statements").waitFor();
    expect(page.url()).toContain("#/statements");
    await page.getByLabel("Search statements").fill("grievous");
    await page.keyboard.press("Enter");
    await page.locator(".statements mark", { hasText: "grievous" }).first().waitFor();
    await page.locator(".statements .words a").first().click();
    await page.locator(".passage").waitFor();
    expect(await page.getByRole("group", { name: "Correct this statement" }).count()).toBe(0);
    await page.reload();
    await page.locator(".passage").waitFor();
    expect(complaints).toEqual([]);
  });
});

describe.skipIf(missing)("a dossier for reading only", () => {
  const ex = explorer({ readOnly: true });
  test("offers no writing", async () => {
    const { page } = await ex.open(`statements/${ex.dossier().all()[0]!.id}`, WIDE);
    expect(await page.getByRole("group", { name: "Correct this statement" }).count()).toBe(0);
    expect(await page.getByRole("button", { name: "It is not" }).count()).toBe(0);
  });
});
