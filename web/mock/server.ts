/** A server like the real one, in memory, over the mock's dossier. It serves `dist` and holds to its Content-Security-Policy. */

import { readFileSync } from "node:fs";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { fileURLToPath } from "node:url";
import { parse } from "../src/address";
import type { Entry, Job } from "../src/api/types";
import { statementsFrom, words } from "../src/api/folder";
import { index as columns } from "./columns";
import { Dossier } from "./dossier";
import type { Kept } from "./record";
import { sourcing } from "./sourcing";

export const CSP =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; base-uri 'self'; form-action 'none'; frame-ancestors 'none'";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const TYPES: Record<string, string> = { js: "text/javascript", css: "text/css", svg: "image/svg+xml", html: "text/html; charset=utf-8" };

export function kept(): Kept {
  return JSON.parse(readFileSync(here("record.json"), "utf8")) as Kept;
}

export interface Options {
  /** The folder as `publish` writes it: no queries, addresses behind `#`. */
  published?: boolean;
  readOnly?: boolean;
  record?: Kept;
}

export function serve(options: Options = {}): Promise<{ url: string; dossier: Dossier; close(): void }> {
  const dossier = new Dossier(options.record ?? kept(), options.readOnly);
  const jobs: Job[] = [];
  const server: Server = createServer((request, response) => {
    void answer(request, response, dossier, jobs, options).catch((e: unknown) => fail(response, 500, "internal", String(e)));
  });
  return new Promise((ready) => {
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      const port = typeof address === "object" && address ? address.port : 0;
      ready({ url: `http://127.0.0.1:${port}/`, dossier, close: () => void (server.closeAllConnections(), server.close()) });
    });
  });
}

function json(response: ServerResponse, body: unknown, status = 200) {
  response.writeHead(status, { "Content-Type": "application/json", "Content-Security-Policy": CSP });
  response.end(JSON.stringify(body));
}

function fail(response: ServerResponse, status: number, code: string, message: string) {
  json(response, { error: { code, message, field: null, at: null } }, status);
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let text = "";
  for await (const part of request) text += String(part);
  return text;
}

async function answer(request: IncomingMessage, response: ServerResponse, dossier: Dossier, jobs: Job[], options: Options) {
  const url = request.url ?? "/";
  const path = decodeURIComponent(url.split("?")[0] ?? "/").slice(1);
  if (request.method === "POST") {
    if (options.readOnly || options.published) return fail(response, 403, "read_only", "This dossier is open for reading only.");
    if (request.headers["x-gainsay"] !== "write") return fail(response, 403, "forbidden", "This did not come from the explorer.");
    return write(path, await bodyOf(request), response, dossier, jobs);
  }
  if (/^(assets\/.*|icon\.svg)$/.test(path)) {
    response.writeHead(200, { "Content-Type": TYPES[path.split(".").at(-1) ?? ""] ?? "text/plain", "Content-Security-Policy": CSP });
    return void response.end(readFileSync(here(`../dist/${path}`)));
  }
  if (!/\.(json|jsonl|csv)$/.test(path)) {
    let page = readFileSync(here("../dist/index.html"), "utf8");
    if (options.published) page = page.replace('<base href="/">', '<base href="./">');
    response.writeHead(200, { "Content-Type": TYPES["html"]!, "Content-Security-Policy": CSP });
    return void response.end(page);
  }
  const found = await data(path, url, dossier, jobs, options.published ?? false);
  if (found == null) return fail(response, 404, "not_found", `There is no ${path} in this dossier.`);
  json(response, found);
}

async function data(path: string, url: string, d: Dossier, jobs: Job[], published: boolean): Promise<unknown> {
  const { query } = parse(url);
  const list = <T,>(rows: T[]) => ({ total: rows.length, rows, next: null });
  const [head, id] = path.replace(/\.json$/, "").split("/") as [string, string | undefined];
  if (id !== undefined) {
    switch (head) {
      case "allegations": return d.allegation(id);
      case "parties": return d.partyPage(id);
      case "articles": return d.articlePage(id);
      case "echoes": return d.echo(id);
      case "stories": return { ...d.stories()[0], articles: d.articles().filter((a) => a.story === id) };
      case "jobs": return jobs.find((j) => j.job === Number(id));
      case "statements": return published ? folder(d, id) : d.card(id);
    }
    return null;
  }
  switch (head) {
    case "meta": return d.meta(published);
    case "overview": return d.overview(published ? ["all"] : query["act"]);
    case "allegations": {
      const state = query["state"]?.[0];
      return list(d.allegations().filter((a) => !state || (state === "unanswered" ? a.unanswered : state === "denied" ? a.denied.reports : a.admitted.reports)));
    }
    case "parties": return list(d.parties().filter((p) => p.name.toLowerCase().includes((query["q"]?.[0] ?? "").toLowerCase()) && (!query["kind"] || query["kind"].includes(p.kind))));
    case "articles": return list(d.articles());
    case "echoes": return list(d.echoes());
    case "stories": return list(d.stories());
    case "sourcing": return sourcing(d);
    case "corrections": return d.corrections();
    case "jobs": return { rows: jobs };
    case "statements": return statementsFrom(filesOf(d), query);
  }
  return null;
}

/** The files of a published folder that hold statements, for what reads them. */
export function filesOf(d: Dossier) {
  const made = new Map<string, unknown>();
  return <T,>(path: string) => {
    if (!made.has(path)) made.set(path, folder(d, path.replace(/^statements\/|\.json$/g, "")));
    return Promise.resolve(made.get(path) as T);
  };
}

/** The files under `statements/` of a published folder. */
function folder(d: Dossier, name: string): unknown {
  const index = columns(d);
  if (name === "index") return index;
  if (name.startsWith("cards-")) {
    const at = Number(name.slice(6)) * index.chunk;
    return { cards: index.ids.slice(at, at + index.chunk).map((id) => d.card(id)) };
  }
  const lists = new Map<string, Record<string, number[]>>();
  d.all().forEach((row, n) => {
    for (const word of new Set(words(`${row.source} ${row.content}`))) {
      const prefix = `u${[...word].slice(0, 2).map((c) => c.codePointAt(0)!.toString(16)).join("-")}`;
      let list = lists.get(prefix);
      if (!list) lists.set(prefix, (list = Object.create(null) as Record<string, number[]>));
      (list[word] ??= []).push(n);
    }
  });
  if (name === "words") return { prefixes: [...lists.keys()].sort() };
  return lists.get(name.replace(/^words-/, "")) ?? null;
}

// What the explorer sends; the real server checks it.
type Body = Record<string, any>;

function write(path: string, text: string, response: ServerResponse, d: Dossier, jobs: Job[]) {
  if (path.startsWith("articles")) {
    const job: Job = { job: jobs.length + 1, name: "pasted text", state: "done", done: 1, total: 1, error: null, results: [{ name: "pasted text", outcome: "new", article: d.kept.articles[0]!.id, statements: 15, error: null }] };
    jobs.push(job);
    return json(response, { job: job.job }, 202);
  }
  const undo = /^corrections\/(\d+)\/undo$/.exec(path);
  const body = JSON.parse(text) as Body;
  if (undo) {
    const entry = d.log.find((e) => e.number === Number(undo[1]));
    if (!entry) return fail(response, 404, "not_found", "There is no such correction.");
    if (entry.state === "undone") return fail(response, 409, "conflict", "This correction is undone already.");
    apply(d, entry.kind, entry.on.statement, { act: entry.was });
    entry.state = "undone";
    return json(response, { entry, revision: "1", statement: entry.on.statement }, 201);
  }
  if (!body["who"]) return fail(response, 422, "invalid", "A correction needs the name of the one who makes it.");
  const statement = (body["statement"] as string | undefined) ?? null;
  const row = d.kept.statements.find((s) => s.id === statement);
  const entry: Entry = {
    number: d.log.length + 1, id: `c${d.log.length + 1}`, kind: body["kind"], state: "applied", why: null, who: body["who"], when: "2031-05-01T10:00:00Z",
    words: `${String(body["kind"])}: ${row?.act ?? ""} → ${String(body["act"] ?? body["text"] ?? "")}`, was: row?.act ?? null, now: body["act"] ?? null, note: (body["note"] as string | undefined) ?? null,
    on: { statement, article: row?.article ?? null, party: null, answer: body["from"] ? { from: body["from"], to: body["to"] } : null }, exact: row ? d.card(row.id)!.content : "", outlet: null,
  };
  apply(d, entry.kind, statement, body);
  d.log.push(entry);
  d.read();
  return json(response, { entry, revision: "1", statement }, 201);
}

function apply(d: Dossier, kind: string, id: string | null, body: Body) {
  const s = d.kept.statements.find((x) => x.id === id);
  if (kind === "answer") {
    const a = d.kept.answers.find((x) => x.from === body["from"] && x.to === body["to"]);
    if (a) a.verdict = body["verdict"];
  }
  if (!s) return void d.read();
  s.corrected = [...new Set([...(s.corrected ?? []), kind])];
  if (kind === "act") s.act = body["act"];
  if (kind === "target") s.targets = body["targets"];
  if (kind === "date") s.said = body["said"];
  if (kind === "flag") s.flagged = true;
  if (kind === "speaker") s.speaker = (body["speaker"] as { name: string } | null)?.name ?? null;
  if (kind === "note") s.notes = [...(s.notes ?? []), { number: d.log.length + 1, text: body["text"], who: body["who"], when: "2031-05-01T10:00:00Z" }];
  d.read();
}
