/** Before all tests: the example read once, for every file of tests to copy. */

import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { BINARY, EXAMPLE, gainsay, missing, scratch } from "./gainsay";

declare module "vitest" {
  interface ProvidedContext {
    built: string;
  }
}

export default function setup(project: TestProject) {
  if (missing) {
    console.warn(`skipped: ${missing}`);
    project.provide("built", "");
    return;
  }
  const folder = scratch();
  const path = join(folder.path, "merrow-cable.gainsay");
  gainsay("build", EXAMPLE, "-o", path, "--quiet");
  console.log(`tested: ${BINARY}`);
  project.provide("built", path);
  return () => folder.remove();
}
