/**
 * Addresses of pages. On a server they are paths (`/party/ab12?act=deny`), in a published folder,
 * where any host must serve them, they stand behind a `#`. Everything else here is the same for both.
 */

export type Query = Record<string, string[]>;

export interface Address {
  /** The parts of the path, decoded: `["party", "ab12"]`; empty for the overview. */
  path: string[];
  query: Query;
}

export type Mode = "server" | "files";

/** Reads `/party/ab12?act=deny&act=accuse`, with or without the leading slash. */
export function parse(text: string): Address {
  const cut = text.indexOf("?");
  const path = cut < 0 ? text : text.slice(0, cut);
  const query: Query = {};
  if (cut >= 0) {
    for (const [key, value] of new URLSearchParams(text.slice(cut + 1))) {
      if (value !== "") (query[key] ??= []).push(value);
    }
  }
  return { path: path.split("/").filter(Boolean).map(decode), query };
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** Writes an address so that equal views have equal addresses: keys in order, empty values left out. */
export function format(address: Address): string {
  const path = "/" + address.path.map(encodeURIComponent).join("/");
  const query = new URLSearchParams();
  for (const key of Object.keys(address.query).sort()) {
    for (const value of address.query[key] ?? []) if (value !== "") query.append(key, value);
  }
  const text = query.toString();
  return text ? `${path}?${text}` : path;
}

/** An address from parts: `at("party", id)`, `at("statements", { act: "deny" })`. */
export function at(...parts: (string | Record<string, string | string[] | null | undefined>)[]): Address {
  const path: string[] = [];
  const query: Query = {};
  for (const part of parts) {
    if (typeof part === "string") path.push(part);
    else {
      for (const [key, value] of Object.entries(part)) {
        if (value != null) query[key] = Array.isArray(value) ? value : [value];
      }
    }
  }
  return { path, query };
}

/** The first value of a key, or null. */
export function one(query: Query, key: string): string | null {
  return query[key]?.[0] ?? null;
}

/** The same address with some keys set, or removed by null. */
export function having(address: Address, change: Record<string, string | string[] | null>): Address {
  const query = { ...address.query };
  for (const [key, value] of Object.entries(change)) {
    if (value === null || value.length === 0) delete query[key];
    else query[key] = Array.isArray(value) ? value : [value];
  }
  return { path: address.path, query };
}
