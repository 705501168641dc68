import { describe, expect, test } from "vitest";
import { type Entries, entryProblems } from "#lib/accounts/registration/entry-problems";

const good: Entries = {
  firstName: "Nora",
  lastName: "Quist",
  email: "nora@example.org",
  username: "nora.quist",
  password: "a-long-enough-password",
  repeat: "a-long-enough-password",
};
const rules = { required: ["firstName", "lastName", "email", "password", "repeat"], minPasswordLength: 12 };
const problemsOf = (wish: Entries) => entryProblems({ ...good, ...wish }, rules);

describe("what the form says before anything is sent", () => {
  test("ACC-05 nothing about good entries", () => {
    expect(problemsOf({})).toEqual({});
  });

  test.each([
    [{ firstName: " " }, { firstName: "required" }],
    [{ email: "" }, { email: "required" }],
    [
      { password: "", repeat: "" },
      { password: "required", repeat: "required" },
    ],
    [{ email: "nora" }, { email: "notAnEmail" }],
    [{ email: "nora@example" }, { email: "notAnEmail" }],
    [{ email: "nora@@example.org" }, { email: "notAnEmail" }],
    [{ email: "no ra@example.org" }, { email: "blankInEmail" }],
    [{ password: "eleven-long", repeat: "eleven-long" }, { password: "tooShort" }],
    [{ repeat: "something else" }, { repeat: "repeatDiffers" }],
    [{ password: "NORA@example.org", repeat: "NORA@example.org" }, { password: "passwordIsName" }],
    [
      { username: "nora.quist-long", password: "Nora.Quist-Long", repeat: "Nora.Quist-Long" },
      { password: "passwordIsName" },
    ],
  ] as const)("ACC-05 GAP-022 GAP-025 %j: %j", (wish, problems) => {
    expect(problemsOf(wish)).toEqual(problems);
  });

  test("ACC-05 names a missing field only on the form that has it", () => {
    const organization = { ...rules, required: ["organizationName", ...rules.required] };
    expect(entryProblems(good, organization)).toEqual({ organizationName: "required" });
  });
});
