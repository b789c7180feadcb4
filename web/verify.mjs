/**
 * Holds what is committed to its word: the API's types are what the server's description gives,
 * building again gives the same bytes as `dist`, and all of these together stay within the budget
 * when compressed. Run by `npm run verify`.
 */

import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

const BUDGET = 250 * 1024;

/** Every file below a folder, by its path in it. */
function files(folder) {
  return new Map(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((f) => f.isFile())
      .map((f) => join(f.parentPath ?? f.path, f.name))
      .sort()
      .map((path) => [path.slice(folder.length + 1), readFileSync(path)]),
  );
}

const again = mkdtempSync(join(tmpdir(), "gainsay-web-"));
const faults = [];
try {
  if (spawnSync("npm", ["run", "--silent", "types", "--", "--check"], { stdio: "ignore" }).status !== 0) {
    faults.push("src/api/generated.ts is not what crates/server/openapi.json gives: run `npm run types` and commit it");
  }
  execFileSync("npx", ["vite", "build", "--outDir", again, "--emptyOutDir", "--logLevel", "warn"], { stdio: ["ignore", "inherit", "inherit"] });
  const [kept, built] = [files("dist"), files(again)];
  for (const name of new Set([...kept.keys(), ...built.keys()])) {
    if (!kept.has(name)) faults.push(`dist lacks ${name}`);
    else if (!built.has(name)) faults.push(`dist has ${name}, which is no longer built`);
    else if (!kept.get(name).equals(built.get(name))) faults.push(`${name} differs from what is built`);
  }
  if (!built.get("index.html")?.toString().includes('<base href="/">')) faults.push('index.html lacks <base href="/">, by which `publish` tells a folder from a server');
  const size = [...built.values()].reduce((sum, bytes) => sum + gzipSync(bytes, { level: 9 }).length, 0);
  if (size > BUDGET) faults.push(`${size} bytes compressed are more than ${BUDGET}`);
  console.log(`${built.size} files, ${size} bytes compressed of ${BUDGET}`);
} finally {
  rmSync(again, { recursive: true });
}
for (const fault of faults) console.error(fault);
if (faults.length) {
  console.error("Run `npm run build` and commit dist where it is not what the sources build.");
  process.exit(1);
}
