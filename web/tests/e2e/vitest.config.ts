import { defineConfig } from "vitest/config";

/** The real program and a real Chromium, one browser at a time, so that machines with two cores keep up. */
export default defineConfig({
  test: { include: ["tests/e2e/**/*.test.ts"], globalSetup: ["tests/e2e/built.ts"], testTimeout: 120_000, hookTimeout: 120_000, fileParallelism: false, retry: 1, expect: { poll: { timeout: 15_000 } } },
});
