/** How a published folder reads a query; its answers are compared with the server's in `e2e/published.test.ts`. */

import { expect, test } from "vitest";
import { asked, hits } from "../../src/api/folder";

test("a query is cut into fields, phrases and words", () => {
  expect(asked('by:"the navy" act:deny "survey ship" Cable note:x')).toEqual({ fields: { by: ["the navy"], act: ["deny"] }, phrases: [["survey", "ship"]], words: ["cable", "note", "x"] });
});

test("hits are in code points", () => {
  expect(hits("𝄞 the Cáble, cables", new Set(["cable"]))).toEqual([[6, 11]]);
});
