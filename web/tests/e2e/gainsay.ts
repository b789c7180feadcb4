/** The real program: the binary, dossiers of the example, servers over them. */

import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export const ROOT = here("../../..");
export const EXAMPLE = "examples/merrow-cable";
const target = process.env["CARGO_TARGET_DIR"] ?? join(ROOT, "target");
/** `GAINSAY` names another binary. A debug build reads `dist` from the disk, so it comes first. */
export const BINARY = process.env["GAINSAY"] ?? [join(target, "debug/gainsay"), join(target, "release/gainsay")].find(existsSync) ?? null;
export const CHROMIUM = process.env["CHROMIUM"] ?? "/usr/bin/chromium";

/** Why nothing can be tested here, or null. */
export const missing = !BINARY ? "no gainsay has been built (cargo build -p gainsay-cli), and GAINSAY names none" : !existsSync(CHROMIUM) ? `no Chromium at ${CHROMIUM}, and CHROMIUM names none` : null;

export const AXE = createRequire(import.meta.url).resolve("axe-core/axe.min.js");

/** A folder of this run's own; gone when its file of tests is done. */
export function scratch(): { path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), "gainsay-e2e-"));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

/** Runs the program to its end, in the repository's root, so that the paths kept are short ones. */
export function gainsay(...args: string[]): string {
  const done = spawnSync(BINARY!, args, { cwd: ROOT, encoding: "utf8", maxBuffer: 1 << 28 });
  if (done.status !== 0) throw new Error(`gainsay ${args.join(" ")}: ${done.stderr || String(done.error)}`);
  return done.stdout;
}

export interface Server {
  url: string;
  stop(): void;
  /** Seconds of processor time that the program has taken so far, in all its threads; null where the system does not tell. */
  spent(): number | null;
  /** What the server answers at a path. */
  json<T>(path: string): Promise<T>;
}

/** Starts `gainsay open`; ready when it has printed its address. */
export async function open(...args: string[]): Promise<Server> {
  const process: ChildProcess = spawn(BINARY!, ["open", ...args, "--no-browser", "--quiet"], { cwd: ROOT, stdio: ["ignore", "pipe", "pipe"] });
  let errors = "";
  process.stderr!.on("data", (bytes: Buffer) => (errors += bytes.toString()));
  const url = await new Promise<string>((ready, failed) => {
    let said = "";
    process.stdout!.on("data", (bytes: Buffer) => {
      said += bytes.toString();
      const line = /^(http:\S+)\n/.exec(said)?.[1];
      if (line) ready(line);
    });
    process.on("exit", (code) => failed(new Error(`gainsay open ended with ${code}: ${errors}`)));
  });
  return {
    url,
    stop: () => void process.kill(),
    spent: () => {
      const path = `/proc/${process.pid}/stat`;
      if (!existsSync(path)) return null;
      // Behind the name, which is in brackets: the twelfth and thirteenth figure, in hundredths.
      const figures = readFileSync(path, "utf8").split(") ").at(-1)!.split(" ");
      return (Number(figures[11]) + Number(figures[12])) / 100;
    },
    json: async <T,>(path: string) => {
      const answer = await fetch(url + path);
      if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
      return (await answer.json()) as T;
    },
  };
}

/** A dossier of the example under its own name, copied from the one that was built for this run. */
export function dossier(built: string, into: string): string {
  const path = join(into, "merrow-cable.gainsay");
  copyFileSync(built, path);
  return path;
}
