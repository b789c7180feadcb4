/** The README's first command: from pressing Enter to the dispute on the screen, the reading of all articles included. */

import { cpSync } from "node:fs";
import { cpus, loadavg } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { launch } from "./browser";
import { EXAMPLE, missing, open, ROOT, scratch } from "./gainsay";

const MOST = 5_000;
/**
 * A machine that does other things at the same time is measured by its best; on one that does too many the clock is not
 * judged, but the program's own processor time still is: no other program adds to it.
 */
const TRIES = 3;
const busy = () => loadavg()[0]! > cpus().length;

describe.skipIf(missing)("gainsay open", () => {
  test("shows the example within five seconds", { timeout: 120_000 }, async () => {
    const browser = await launch();
    const times: number[] = [];
    const spent: number[] = [];
    const wasBusy = busy();
    for (let i = 0; i < TRIES && Math.min(MOST, ...times) >= MOST; i++) {
      const folder = scratch();
      cpSync(join(ROOT, EXAMPLE), join(folder.path, "merrow-cable"), { recursive: true });
      const page = await browser.newPage();
      const began = performance.now();
      const server = await open(join(folder.path, "merrow-cable"));
      await page.goto(server.url);
      await page.locator("[data-mark]").first().waitFor();
      await page.evaluate(() => new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(painted))));
      times.push(performance.now() - began);
      spent.push(server.spent() ?? 0);
      server.stop();
      folder.remove();
      await page.close();
    }
    await browser.close();
    console.log(`from the command to the first page painted: ${times.map((t) => `${(t / 1000).toFixed(1)} s`).join(", ")}; of the program's processor time ${spent.map((s) => `${s.toFixed(1)} s`).join(", ")}`);
    expect(Math.min(...spent) * 1000).toBeLessThanOrEqual(MOST);
    if (wasBusy) console.warn(`not judged: the load of this machine was ${loadavg()[0]!.toFixed(1)} on ${cpus().length} cores`);
    else expect(Math.min(...times)).toBeLessThanOrEqual(MOST);
  });
});
