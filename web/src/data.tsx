/** Reading the API from parts of a page: the data, what went wrong, and when to read again. */

import { type ComponentChildren, createContext } from "preact";
import { useContext, useEffect, useMemo, useState } from "preact/hooks";
import type { Query } from "./address";
import { Failure, type Get, getter, search } from "./api/client";
import type { List, Meta } from "./api/types";

interface Data {
  get: Get;
  meta: Meta;
  /** Grows by one with every write; what is shown is read again then. */
  changes: number;
  changed(): void;
}

const Context = createContext<Data | null>(null);

export function useDossier(): Data {
  const data = useContext(Context);
  if (!data) throw new Error("no dossier around this part");
  return data;
}

export function DossierProvider(props: { published: boolean; children: ComponentChildren; failed(e: Failure): ComponentChildren }) {
  const get = useMemo(() => getter(props.published), [props.published]);
  const [changes, setChanges] = useState(0);
  const [meta, setMeta] = useState<Meta | null>(null);
  const [error, setError] = useState<Failure | null>(null);
  useEffect(() => {
    get<Meta>("meta.json").then(setMeta, (e: unknown) => setError(asFailure(e)));
  }, [get, changes]);
  const value = useMemo(() => (meta ? { get, meta, changes, changed: () => setChanges((n) => n + 1) } : null), [get, meta, changes]);
  if (error && !meta) return <>{props.failed(error)}</>;
  return value ? <Context.Provider value={value}>{props.children}</Context.Provider> : <p class="loading">Opening the dossier …</p>;
}

export function asFailure(e: unknown): Failure {
  return e instanceof Failure ? e : new Failure("internal", e instanceof Error ? e.message : String(e));
}

export interface Loaded<T> {
  data: T | null;
  error: Failure | null;
  /** True while what is shown is older than what was asked for. */
  loading: boolean;
}

/** Reads a path; while a new query is under way the old answer stays. A null path reads nothing. */
export function useData<T>(path: string | null, query?: Query): Loaded<T> {
  const { get, changes } = useDossier();
  const [state, setState] = useState<Loaded<T> & { path: string | null }>({ data: null, error: null, loading: true, path });
  const asked = search(query);
  useEffect(() => {
    if (path === null) return;
    const stop = new AbortController();
    setState((s) => ({ data: s.path === path ? s.data : null, error: null, loading: true, path }));
    get<T>(path, query, stop.signal).then(
      (data) => {
        if (!stop.signal.aborted) setState({ data, error: null, loading: false, path });
      },
      (e: unknown) => {
        if (!stop.signal.aborted) setState((s) => ({ data: s.data, error: asFailure(e), loading: false, path }));
      },
    );
    return () => stop.abort();
    // The query is compared by its text.
  }, [get, path, asked, changes]);
  return state.path === path ? state : { data: null, error: null, loading: true };
}

const PAGE = "200";

/** A list, page by page: the first at once, the others when asked for. */
export function useList<T>(path: string, query: Query = {}): Loaded<List<T>> & { more(): void } {
  const { get } = useDossier();
  const asked = { ...query, limit: [PAGE] };
  const first = useData<List<T>>(path, asked);
  const [rest, setRest] = useState<{ of: List<T> | null; pages: List<T>[]; error: Failure | null }>({ of: null, pages: [], error: null });
  // Pages that follow an older first page are let go with it.
  const pages = rest.of === first.data ? rest.pages : [];
  const next = first.data ? (pages.at(-1) ?? first.data).next : null;
  const data = useMemo(() => first.data && { total: first.data.total, next, rows: [first.data, ...pages].flatMap((p) => p.rows) }, [first.data, pages.length]);
  const more = () => {
    if (next === null) return;
    get<List<T>>(path, { ...asked, after: [next] }).then(
      (page) => setRest({ of: first.data, pages: [...pages, page], error: null }),
      (e: unknown) => setRest({ of: first.data, pages, error: asFailure(e) }),
    );
  };
  return { data, error: first.error ?? (rest.of === first.data ? rest.error : null), loading: first.loading, more };
}
