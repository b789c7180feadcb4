/** All reading and writing over HTTP. A published folder answers the same calls from its files. */

import type { Query } from "../address";
import type { Problem } from "./types";
import { statementsOf, cardOf } from "./folder";

/** What went wrong, in words for people; `code` is one of the API's, or `offline`. */
export class Failure extends Error {
  constructor(
    readonly code: string,
    message: string,
    readonly field: string | null = null,
    readonly at: number | null = null,
  ) {
    super(message);
  }
}

export type Get = <T>(path: string, query?: Query, signal?: AbortSignal) => Promise<T>;

/** The part of an address after `?`, with its mark; "" where there is nothing to say. */
export function search(query: Query | undefined): string {
  const text = new URLSearchParams();
  for (const key of Object.keys(query ?? {}).sort()) for (const v of query?.[key] ?? []) text.append(key, v);
  const s = text.toString();
  return s ? `?${s}` : "";
}

async function ask<T>(path: string, init: RequestInit): Promise<T> {
  let answer: Response;
  try {
    answer = await fetch(path, init);
  } catch (e) {
    if (e instanceof DOMException && e.name === "AbortError") throw e;
    throw new Failure("offline", "Gainsay does not answer. Is it still running? Nothing of the dossier is lost; start it again and reload this page.");
  }
  const text = await answer.text();
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    const what = answer.ok ? "What came back cannot be read." : `The answer was ${answer.status}.`;
    throw new Failure(answer.status === 404 ? "not_found" : "internal", `${what} The dossier is as it was.`);
  }
  if (!answer.ok) throw failure(body, answer.status);
  return body as T;
}

function failure(body: unknown, status: number): Failure {
  const error = (body as { error?: Problem } | null)?.error;
  return new Failure(
    error?.code ?? "internal",
    error?.message ?? `The answer was ${status}. The dossier is as it was.`,
    error?.field ?? null,
    error?.at ?? null,
  );
}

/** Reads `path`, relative to the base of the page. */
export function getter(published: boolean): Get {
  const plain: Get = <T>(path: string, query?: Query, signal?: AbortSignal) =>
    ask<T>(path + (published ? "" : search(query)), signal ? { signal } : {});
  if (!published) return plain;
  return <T>(path: string, query?: Query, signal?: AbortSignal): Promise<T> => {
    if (path === "statements.json") return statementsOf(plain, query ?? {}) as Promise<T>;
    const card = /^statements\/([^/]+)\.json$/.exec(path)?.[1];
    if (card) return cardOf(plain, decodeURIComponent(card)) as Promise<T>;
    return plain<T>(path, undefined, signal);
  };
}

/** Writes; only a server that may be written to takes it. */
export function post<T>(path: string, body: unknown): Promise<T> {
  return ask<T>(path, {
    method: "POST",
    headers: { "Content-Type": "application/json", "X-Gainsay": "write" },
    body: JSON.stringify(body),
  });
}

/** Sends the bytes of a file or a text as they are. */
export function send<T>(path: string, bytes: Blob | string, type = "application/octet-stream"): Promise<T> {
  return ask<T>(path, { method: "POST", headers: { "Content-Type": type, "X-Gainsay": "write" }, body: bytes });
}
