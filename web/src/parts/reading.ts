/** Files and texts on their way into the dossier: sent one after another, read by the server, followed until they are done. */

import { useEffect, useRef, useState } from "preact/hooks";
import { Failure, post } from "../api/client";
import type { Job, JobTaken, List } from "../api/types";
import { asFailure, useDossier } from "../data";

const POLL = 500;

/** One file or text. */
export interface Item {
  name: string;
  /** Sends it; null for one that an earlier visit of this page sent. */
  send: (() => Promise<JobTaken>) | null;
  /** What the server says of it, once it has it. */
  job: Job | null;
  /** Why it was not taken. */
  error: string | null;
  /** It was taken out of the queue before it was sent. */
  dropped: boolean;
}

export const isGoing = (job: Job) => job.state === "waiting" || job.state === "reading";
const isQueued = (item: Item) => !item.job && !item.error && !item.dropped;
/** All is known of it that will ever be. */
const isTold = (item: Item) => item.job !== null && !isGoing(item.job) && item.job.results !== null;

const taken = (job: number, name: string): Job => ({ job, name, state: "waiting", done: 0, total: null, results: null, error: null });
const pause = (ms: number) => new Promise((done) => setTimeout(done, ms));

/** How far a lot of items is. */
export interface Tally {
  items: number;
  /** Items that are done, refused or stopped. */
  settled: number;
  read: number;
  statements: number;
  /** Articles that are here already, from this or another paper. */
  known: number;
  copies: number;
  failed: number;
  stopped: number;
}

/** Counts items and what became of their articles. */
export function tally(items: Item[]): Tally {
  const t: Tally = { items: items.length, settled: 0, read: 0, statements: 0, known: 0, copies: 0, failed: 0, stopped: 0 };
  for (const item of items) {
    if (item.error || item.dropped || (item.job && !isGoing(item.job))) t.settled++;
    if (item.error || item.job?.state === "failed") t.failed++;
    if (item.dropped || item.job?.state === "stopped") t.stopped++;
    for (const r of item.job?.results ?? []) {
      if (r.outcome === "failed") t.failed++;
      else if (r.outcome === "unchanged") t.known++;
      else t.read++;
      if (r.outcome === "copy") t.copies++;
      t.statements += r.statements;
    }
  }
  return t;
}

/** The items of this visit and what becomes of them. */
export function useReading() {
  const { get, changed, meta } = useDossier();
  const items = useRef<Item[]>([]);
  const began = useRef(0);
  const isRunning = useRef(false);
  const isHere = useRef(true);
  const [, draw] = useState(0);
  const redraw = () => isHere.current && draw((n) => n + 1);

  /** False where the server has as many as may wait. */
  const sendOne = async (item: Item): Promise<boolean> => {
    try {
      const { job } = await item.send!();
      item.job = taken(job, item.name);
    } catch (e) {
      const failure = asFailure(e);
      if (failure.code === "busy") return false;
      item.error = failure.message;
    }
    return true;
  };
  const follow = async () => {
    const { rows } = await get<List<Job>>("jobs.json");
    for (const item of items.current.filter((i) => i.job && !isTold(i))) {
      const now = rows.find((row) => row.job === item.job!.job);
      if (now && isGoing(now)) item.job = { ...now, results: item.job!.results };
      else item.job = await get<Job>(`jobs/${item.job!.job}.json`);
    }
  };
  const run = async () => {
    if (isRunning.current) return;
    isRunning.current = true;
    let [asked, failures] = [0, 0];
    while (isHere.current) {
      const next = items.current.find(isQueued);
      if (!next && !items.current.some((i) => i.job && !isTold(i))) break;
      const sent = next ? await sendOne(next) : false;
      if (!sent) await pause(POLL);
      if (!sent || performance.now() - asked > POLL) {
        asked = performance.now();
        try {
          await follow();
          failures = 0;
        } catch (e) {
          // Once may be chance; then there is nobody to ask any more.
          if (++failures < 3) continue;
          for (const i of items.current) if (i.job && !isTold(i)) [i.error, i.job] = [asFailure(e).message, null];
        }
      }
      redraw();
    }
    isRunning.current = false;
    redraw();
    if (isHere.current) changed();
  };
  useEffect(() => {
    isHere.current = true;
    if (!meta.read_only)
      void get<List<Job>>("jobs.json").then(({ rows }) => {
        const known = new Set(items.current.map((i) => i.job?.job));
        const before = rows.filter((job) => !known.has(job.job)).map((job): Item => ({ name: job.name, send: null, job, error: null, dropped: false }));
        if (before.length === 0) return;
        items.current = [...before, ...items.current];
        began.current ||= performance.now();
        void run();
      }, () => undefined);
    return () => void (isHere.current = false);
  }, []);
  return {
    items: items.current,
    /** When the first of what is going on was given, by the clock of the page. */
    began: began.current,
    going: items.current.some((i) => isQueued(i) || (i.job && isGoing(i.job))),
    add(name: string, send: () => Promise<JobTaken>) {
      if (!items.current.some((i) => isQueued(i) || (i.job && isGoing(i.job)))) began.current = performance.now();
      items.current.push({ name, send, job: null, error: null, dropped: false });
      redraw();
      void run();
    },
    /** Notes a file that is not even sent. */
    refuse(name: string, error: Failure) {
      items.current.push({ name, send: null, job: null, error: error.message, dropped: false });
      redraw();
    },
    /** Stops all that is not done yet; what was read stays. */
    stop() {
      for (const item of items.current) {
        if (isQueued(item)) item.dropped = true;
        else if (item.job && isGoing(item.job)) void post(`jobs/${item.job.job}/stop`, {});
      }
      redraw();
    },
  };
}

/** The files that were dropped, those in folders too, in the order of their names. */
export async function dropped(data: DataTransfer): Promise<File[]> {
  const entries = Array.from(data.items, (item) => item.webkitGetAsEntry?.() ?? null);
  // Asked for before anything is waited for: afterwards the browser has forgotten them.
  const plain = Array.from(data.files);
  if (!entries.some((entry) => entry?.isDirectory)) return plain;
  const found: File[] = [];
  const walk = async (entry: FileSystemEntry): Promise<void> => {
    if (entry.isFile) found.push(await new Promise<File>((ok, no) => (entry as FileSystemFileEntry).file(ok, no)));
    if (!entry.isDirectory) return;
    const reader = (entry as FileSystemDirectoryEntry).createReader();
    for (;;) {
      // A reader gives a hundred at a time.
      const some = await new Promise<FileSystemEntry[]>((ok, no) => reader.readEntries(ok, no));
      if (some.length === 0) return;
      for (const one of some.sort((a, b) => (a.name < b.name ? -1 : 1))) await walk(one);
    }
  };
  for (const entry of entries) if (entry) await walk(entry);
  return found.filter((file) => !file.name.startsWith("."));
}
