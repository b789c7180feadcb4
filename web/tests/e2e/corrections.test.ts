/** Every kind of correction, made as a reader makes it and kept by the real server. */

import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import type { Card, Entry, List, Party, PartyPage } from "../../src/api/types";
import { explorer } from "./browser";
import { dossier, missing, open, scratch } from "./gainsay";
import { charge, type Explorer, party, rows, statements } from "./places";
import { inject } from "vitest";

const cardOf = (ex: Explorer, id: string) => ex.json<Card>(`statements/${id}.json`);
const log = async (ex: Explorer) => (await ex.json<List<Entry>>("corrections.json")).rows;

/** Fills in the open dialog and saves it. */
async function save(page: Page) {
  await page.getByLabel("Your name").fill("A. Reader");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await page.locator("dialog").waitFor({ state: "detached" });
}

async function correct(page: Page, button: string, fill: () => Promise<unknown>) {
  await page.getByRole("group", { name: "Correct this statement" }).getByRole("button", { name: button, exact: true }).click();
  await fill();
  await save(page);
}

describe.skipIf(missing)("corrections", () => {
  const ex = explorer();
  test("of act, target, dates, speaker, with a note and a flag; one is undone, and the log taken elsewhere", async () => {
    const { id } = await charge(ex);
    const { page, complaints } = await ex.open(`statements/${id}`);
    await correct(page, "Act", () => page.getByLabel("criticizes").check());
    await page.locator("h1 + .card-act .act-word", { hasText: "criticizes" }).waitFor();
    await correct(page, "Target", () => page.getByLabel(/^Targets/).fill("Halvern; Varnia"));
    await page.locator("h1 + .card-act a", { hasText: "Halvern" }).waitFor();
    await correct(page, "Date", () => page.getByLabel(/^Date/).fill("2012-03-02"));
    await page.locator("h1 + .card-act", { hasText: "2 March 2012 (corrected by hand)" }).waitFor();
    await correct(page, "Date", async () => {
      await page.getByLabel("the article was published").check();
      await page.getByLabel(/^Date/).fill("2012-03");
    });
    await page.locator(".card-main", { hasText: "March 2012 (corrected by hand)" }).waitFor();
    await correct(page, "Speaker", () => page.getByLabel("Name", { exact: true }).fill("Hanno Wace"));
    await page.locator("h1 a", { hasText: "Hanno Wace" }).waitFor();
    await correct(page, "Note", () => page.getByLabel("Your note").fill("see the page <b>itself</b>"));
    await page.locator(".notes", { hasText: "<b>itself</b>" }).waitFor();
    await correct(page, "Flag", () => Promise.resolve());
    await page.locator(".card-main .tag", { hasText: "flagged" }).waitFor();
    const card = await cardOf(ex, id);
    expect([card.act, card.speaker.name, card.said?.value, card.published?.value, card.targets.map((t) => t.name).sort(), card.flagged]).toEqual(["criticize", "Hanno Wace", "2012-03-02", "2012-03", ["Halvern", "Varnia"], true]);
    expect((await statements(ex, "flagged=1")).map((r) => r.id)).toEqual([id]);

    await page.getByRole("link", { name: "Corrections", exact: true }).click();
    await page.locator(".log-line").nth(6).waitFor();
    const number = (await log(ex)).find((e) => e.kind === "act")!.number;
    const line = page.locator(".log-line", { has: page.locator(".number", { hasText: new RegExp(`^${number}$`) }) });
    await line.getByRole("button", { name: "Undo" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Undo" }).click();
    await page.locator(".log-line.undone").waitFor();
    const after = await cardOf(ex, id);
    expect([after.act, after.speaker.name]).toEqual(["accuse", "Hanno Wace"]);
    expect((await log(ex)).find((e) => e.number === number)!.state).toBe("undone");

    const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: "Export the log" }).click()]);
    const exported = readFileSync((await download.path())!);
    expect(complaints).toEqual([]);
    const folder = scratch();
    const other = await open(dossier(inject("built"), folder.path));
    try {
      await page.goto(`${other.url}corrections`);
      await page.locator("input[type=file]").setInputFiles({ name: "log.jsonl", mimeType: "application/jsonl", buffer: exported });
      await page.locator(".notice", { hasText: "applied" }).waitFor();
      const there = await other.json<Card>(`statements/${id}.json`);
      expect([there.act, there.speaker.name, there.said?.value, there.flagged]).toEqual(["accuse", "Hanno Wace", "2012-03-02", true]);
    } finally {
      other.stop();
      folder.remove();
    }
  });
  test("of the words themselves: what is selected is what is kept", async () => {
    const row = (await statements(ex, "act=demand&sort=-confidence")).find((r) => r.content.split(" ").length > 6 && !r.content.includes(" … "))!;
    const card = await cardOf(ex, row.id);
    const { page } = await ex.open(`statements/${card.id}`);
    await page.getByRole("group", { name: "Correct this statement" }).getByRole("button", { name: "Words" }).click();
    const words = card.spans.content[0]!.exact.split(" ").slice(0, 4).join(" ");
    await page.locator("dialog textarea").evaluate((field: HTMLTextAreaElement, words) => {
      const at = field.value.indexOf(words);
      field.setSelectionRange(at, at + words.length);
    }, words);
    await page.getByRole("button", { name: "These words are it" }).last().click();
    await save(page);
    await expect.poll(() => page.locator(".p-content").allTextContents()).toEqual([words]);
    const id = new URL(page.url()).pathname.split("/").at(-1)!;
    const now = await cardOf(ex, id);
    expect([now.content, now.corrected]).toEqual([words, ["span"]]);
  });
  test("of answers: one is rejected, one confirmed, one drawn by hand; a refused correction says why", async () => {
    const answered = (await statements(ex)).filter((r) => r.answered_by > 1 && r.corrected.length === 0)[0]!;
    const { page } = await ex.open(`statements/${answered.id}`);
    const from = page.locator(".card-links section", { hasText: "What answers it" });
    await from.getByRole("button", { name: "It is not" }).first().click();
    await page.getByLabel("Your name").fill(" ");
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await page.locator("dialog [role=alert]").waitFor();
    await save(page);
    await page.getByText("rejected by hand").waitFor();
    await from.locator("li:not(.rejected)").getByRole("button", { name: "It is an answer" }).first().click();
    await save(page);
    await page.getByText("confirmed by hand").waitFor();
    const card = await cardOf(ex, answered.id);
    expect(card.answers_from.map((a) => a.verdict).filter(Boolean).sort()).toEqual(["accept", "reject"]);

    const known = new Set(card.answers_from.map((a) => a.statement.id));
    const later = (await statements(ex, "act=refuse")).find((r) => !known.has(r.id) && r.id !== answered.id)!;
    await page.goto(`${ex.url()}statements/${later.id}`);
    await page.getByRole("group", { name: "Correct this statement" }).getByRole("button", { name: "Answers" }).click();
    await page.getByLabel(/^Address or id/).fill(`${ex.url()}statements/${answered.id}?x=y`);
    await page.getByLabel("refuses").check();
    await save(page);
    await page.locator(".card-links section", { hasText: "What it answers" }).getByText("confirmed by hand").waitFor();
    expect((await cardOf(ex, answered.id)).answers_from.some((a) => a.statement.id === later.id && a.kind === "refuse" && a.verdict === "accept")).toBe(true);
  });
  test("two parties become one, and one becomes two", async () => {
    const before = await rows<Party>(ex, "parties.json?limit=200");
    const of = (name: string) => before.find((p) => p.name === name)!.statements.reports;
    const { page } = await ex.open("parties");
    await page.getByLabel("Merge Mira Sollen", { exact: true }).check();
    await page.getByLabel("Merge Gared Pym", { exact: true }).check();
    await page.getByRole("button", { name: "These are one party" }).click();
    await page.getByRole("dialog").getByLabel("Gared Pym").check();
    await save(page);
    await expect.poll(async () => (await rows<Party>(ex, "parties.json?limit=200")).some((p) => p.name === "Mira Sollen")).toBe(false);
    expect((await party(ex, "Gared Pym")).statements.reports).toBe(of("Gared Pym") + of("Mira Sollen"));
    // The absorbed name stays a name of the one that remains, and finds it.
    await page.goto(`${ex.url()}parties/${(await party(ex, "Gared Pym")).id}`);
    await page.getByText(/Also called .*Mira Sollen/).waitFor();
    expect((await rows<Party>(ex, "parties.json?q=sollen")).map((p) => p.name)).toEqual(["Gared Pym"]);

    const whole = await ex.json<PartyPage>(`parties/${(await party(ex, "Lucan Orme")).id}.json`);
    await page.goto(`${ex.url()}parties/${whole.id}`);
    await page.getByRole("button", { name: /^These are two parties/ }).click();
    await page.getByLabel("Name of the other").fill("Lucan Orme the younger");
    await page.locator("dialog .scrolls input").first().check();
    await save(page);
    await expect.poll(async () => (await rows<Party>(ex, "parties.json?limit=200")).map((p) => p.name)).toContain("Lucan Orme the younger");
    const left = await ex.json<PartyPage>(`parties/${(await party(ex, "Lucan Orme")).id}.json`);
    expect(left.statements.reports).toBeLessThan(whole.statements.reports);
    expect((await log(ex)).map((e) => e.kind)).toEqual(expect.arrayContaining(["merge", "split"]));
  });
});

describe.skipIf(missing)("a dossier for reading only", () => {
  const ex = explorer({ args: ["--read-only"] });
  test("offers no writing, and takes none", async () => {
    const { id } = await charge(ex);
    const { page } = await ex.open(`statements/${id}`);
    expect(await page.getByRole("group", { name: "Correct this statement" }).count()).toBe(0);
    expect(await page.getByRole("button", { name: "It is not" }).count()).toBe(0);
    expect(await page.getByRole("link", { name: "Add", exact: true }).count()).toBe(0);
    const status = await page.evaluate(async (statement) => (await fetch("/corrections", { method: "POST", headers: { "Content-Type": "application/json", "X-Gainsay": "write" }, body: JSON.stringify({ kind: "flag", statement, who: "x" }) })).status, id);
    expect(status).toBe(403);
  });
});
