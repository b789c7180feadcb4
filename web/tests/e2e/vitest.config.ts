import { defineConfig } from "vitest/config";

/** Real Chromium over the built pages: build first. One browser at a time, so that machines with two cores keep up. */
export default defineConfig({
  test: { include: ["tests/e2e/**/*.test.ts"], testTimeout: 60_000, hookTimeout: 60_000, fileParallelism: false, retry: 2, expect: { poll: { timeout: 15_000 } } },
});
