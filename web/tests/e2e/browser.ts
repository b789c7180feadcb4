/** Debian's Chromium, and pages that note everything that a browser complains about. */

import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, inject } from "vitest";
import { CHROMIUM, dossier, open, scratch, type Server } from "./gainsay";

export const WIDE: BrowserContextOptions = { viewport: { width: 1280, height: 860 } };
export const PHONE: BrowserContextOptions = { viewport: { width: 390, height: 780 }, hasTouch: true, isMobile: true };

export const launch = () =>
  chromium.launch({
    executablePath: CHROMIUM,
    args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
  });

export interface Opened {
  page: Page;
  /** Errors of scripts, refused styles, failed requests. */
  complaints: string[];
}

/** Opens an address and waits for its heading. */
export async function visit(browser: Browser, url: string, context: BrowserContextOptions = WIDE): Promise<Opened> {
  const page = await (await browser.newContext({ reducedMotion: "reduce", ...context })).newPage();
  const complaints: string[] = [];
  page.on("pageerror", (e) => complaints.push(String(e)));
  page.on("console", (m) => m.type() === "error" && complaints.push(m.text()));
  await page.goto(url);
  await page.locator("main h1").first().waitFor();
  return { page, complaints };
}

interface Options {
  /** Arguments of `open` beside the dossier. */
  args?: string[];
  /** The dossier to open, made in the folder given; the example where none is. */
  make?(folder: string): string;
}

/** One browser and one program for a file of tests. */
export function explorer({ args = [], make }: Options = {}) {
  let browser: Browser;
  let server: Server;
  const folder = scratch();
  let path = "";
  beforeAll(async () => {
    browser = await launch();
    path = make ? make(folder.path) : dossier(inject("built"), folder.path);
    server = await open(path, ...args);
  }, 300_000);
  afterAll(async () => {
    await browser?.close();
    server?.stop();
    folder.remove();
  });
  return {
    browser: () => browser,
    dossier: () => path,
    folder: folder.path,
    url: () => server.url,
    json: <T,>(at: string) => server.json<T>(at),
    open: (at: string, context?: BrowserContextOptions) => visit(browser, server.url + at, context),
  };
}

/** Waits until nothing is being read any more. */
export async function settled(page: Page) {
  await page.waitForLoadState("networkidle");
  await page.locator(".loading, [aria-busy=true]").first().waitFor({ state: "detached" });
}
