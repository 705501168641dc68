import { describe, expect, test } from "vitest";
import { Username } from "#lib/accounts/schema";
import { freeUsername, usernameFrom } from "#lib/accounts/username";

describe("usernameFrom", () => {
  test.each([
    ["Ada", "Lindqvist", "ada.lindqvist"],
    ["Zoë", "Müller-Groß", "zoe.mullergross"],
    ["Łukasz", "Øster", "lukasz.oster"],
    ["Jean Luc", "O'Neill", "jeanluc.oneill"],
    ["李", "Wang", "wang"],
    ["李", "王", "person"],
    ["X", "李", "person"],
    ["İpek", "Işık", "ipek.isik"],
  ])("GAP-023 makes %s %s to %s", (firstName, lastName, username) => {
    expect(usernameFrom(firstName, lastName)).toBe(username);
    expect(Username.safeParse(username).success).toBe(true);
  });

  test("GAP-023 stays within the longest user name", () => {
    const username = usernameFrom("a".repeat(59), "b".repeat(80));
    expect(Username.safeParse(`${username}99`).success).toBe(true);
  });
});

describe("freeUsername", () => {
  test("GAP-023 adds the smallest number that makes the name unique", () => {
    const taken = new Set(["ada.l", "ada.l2", "ada.l4"]);
    expect(freeUsername("ada.l", (name) => taken.has(name))).toBe("ada.l3");
    expect(freeUsername("ben.o", (name) => taken.has(name))).toBe("ben.o");
  });
});
