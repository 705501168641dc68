import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { rules } from "./rules/all.ts";
import { readTree } from "./source-tree.ts";

const tree = readTree(fileURLToPath(new URL("../..", import.meta.url)));

describe("the architecture, read from the syntax tree", () => {
  test("the tree that is checked is the real one", () => {
    expect(tree.topLevel).toContain("package.json");
    expect(tree.byPath.get("lib/shared/context.ts")?.exports.map(({ name }) => name)).toContain("Actor");
    expect(tree.byPath.get("lib/adapters/configuration.ts")?.hasServerOnly).toBe(true);
  });

  for (const { name, advice, check } of rules) {
    test(name, () => {
      const violations = check(tree).map(({ path, line, message }) => `${path}:${line} ${message}`);
      if (violations.length > 0) {
        expect.fail(`${violations.join("\n")}\nInstead: ${advice}.`);
      }
    });
  }
});
