import { describe, expect, test } from "vitest";
import { safeReturnPath } from "#lib/accounts/return-path";

describe("safeReturnPath", () => {
  test.each([
    ["/home", "/home"],
    ["/meetings/abc?occurrence=1#people", "/meetings/abc?occurrence=1#people"],
    ["/c/1234567890", "/c/1234567890"],
    ["/signing", "/signing"],
    ["/a/../home", "/home"],
  ])("SIG-01 goes back to the page %s", (wanted, path) => {
    expect(safeReturnPath(wanted)).toBe(path);
  });

  test.each([
    [undefined],
    [["/home", "/other"]],
    [""],
    ["home"],
    ["//evil.example"],
    ["/\\evil.example"],
    ["\\\\evil.example"],
    ["https://evil.example/home"],
    ["javascript:alert(1)"],
    ["/\t/evil.example"],
    ["/\u0000"],
    ["/.//evil.example"],
    ["/..//evil.example"],
    [" /home"],
    ["/sign-in?returnTo=/sign-in"],
    ["/api/v1/profile"],
    [`/${"a".repeat(3_000)}`],
  ])("never leaves the portal or loops for %j", (wanted) => {
    expect(safeReturnPath(wanted, "/fallback")).toBe("/fallback");
  });
});
