/** Debian's Chromium, and pages that note everything that a browser complains about. */

import { existsSync } from "node:fs";
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll } from "vitest";
import { type Options, serve } from "../../mock/server";

const PATH = process.env["CHROMIUM"] ?? "/usr/bin/chromium";

/** Tests that need a browser say so and pass where there is none. */
export const missing = !existsSync(PATH);
if (missing) console.warn(`skipped: no Chromium at ${PATH}; set CHROMIUM to its path`);

export const WIDE: BrowserContextOptions = { viewport: { width: 1280, height: 860 } };
export const PHONE: BrowserContextOptions = { viewport: { width: 390, height: 780 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 };

export interface Opened {
  page: Page;
  /** Errors of scripts, refused styles, failed requests. */
  complaints: string[];
}

/** One browser and one server for a file of tests. */
export function explorer(options: Options = {}) {
  let browser: Browser;
  let served: Awaited<ReturnType<typeof serve>>;
  beforeAll(async () => {
    browser = await chromium.launch({
      executablePath: PATH,
      args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
    });
    served = await serve(options);
  });
  afterAll(async () => {
    await browser?.close();
    served?.close();
  });
  return {
    url: () => served.url,
    dossier: () => served.dossier,
    async open(path: string, context: BrowserContextOptions = WIDE): Promise<Opened> {
      const page = await (await browser.newContext({ reducedMotion: "reduce", ...context })).newPage();
      const complaints: string[] = [];
      page.on("pageerror", (e) => complaints.push(String(e)));
      page.on("console", (m) => m.type() === "error" && complaints.push(m.text()));
      await page.goto(served.url + path);
      await page.locator("main h1, main h2.card-who").first().waitFor();
      return { page, complaints };
    },
  };
}
