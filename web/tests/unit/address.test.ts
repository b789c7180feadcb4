import { describe, expect, test } from "vitest";
import { at, format, having, parse } from "../../src/address";

describe("addresses", () => {
  test("are read and written back the same", () => {
    for (const text of ["/", "/parties/ab12", "/statements?act=accuse&act=deny&q=cable", "/articles/a%2Fb?at=10-20"]) expect(format(parse(text))).toBe(text);
  });
  test("equal views have equal addresses", () => {
    expect(format(parse("/statements?q=x&act=deny"))).toBe(format(parse("statements?act=deny&q=x&form=")));
  });
  test("a broken escape is kept as it stands", () => {
    expect(parse("/parties/%zz").path).toEqual(["parties", "%zz"]);
  });
  test("keys are set and taken away", () => {
    const a = at("statements", { act: ["deny", "accuse"], q: null });
    expect(format(having(a, { act: null, q: "a b" }))).toBe("/statements?q=a+b");
  });
});
