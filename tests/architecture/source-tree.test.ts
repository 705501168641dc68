import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { readTree, treeOf } from "./source-tree.ts";

const folder = mkdtempSync(join(tmpdir(), "architecture-"));

afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe("the tree that the rules read", () => {
  test("it holds all code and styles, and leaves out what is generated or declared", () => {
    const read = [
      "app/(portal)/home/page.tsx",
      "bin/start.ts",
      "components/ui/button.tsx",
      "lib/calendar/invitations/commands.ts",
      "next.config.ts",
      "prisma/seed.ts",
    ];
    const others = [
      "lib/adapters/database/generated/client.ts",
      "next-env.d.ts",
      "lib/README.md",
      "tests/a.ts",
    ];
    for (const path of [...read, ...others, "components/ui/button.module.css"]) {
      mkdirSync(join(folder, dirname(path)), { recursive: true });
      writeFileSync(join(folder, path), "");
    }
    writeFileSync(join(folder, "package.json"), '{ "name": "atrium" }');
    const tree = readTree(folder);
    expect(tree.files.map(({ path }) => path)).toEqual(read);
    expect(tree.styles.map(({ path }) => path)).toEqual(["components/ui/button.module.css"]);
    expect(tree.manifest).toBe('{ "name": "atrium" }');
    expect(tree.topLevel).toContain("tests");
  });

  test("it knows where imports lead and whether they load anything", () => {
    const tree = treeOf({
      "lib/calendar/queries.ts": `import { a as b } from "#lib/live/schema";
import type { C } from "../shared/ids.ts";
import { type D } from "#components/ui/button";
import E, * as f from "@mantine/core/styles.css";
export * from "./policy.ts";
import("date-fns/locale");
`,
    });
    const [file] = tree.files;
    expect(file?.imports.map(({ target, vendor, isTypeOnly }) => [target ?? vendor, isTypeOnly])).toEqual([
      ["lib/live/schema.ts", false],
      ["lib/shared/ids.ts", true],
      ["components/ui/button.tsx", false],
      ["@mantine/core", false],
      ["lib/calendar/policy.ts", false],
      ["date-fns", false],
    ]);
    expect(file?.imports[0]?.names).toEqual([{ local: "b", original: "a" }]);
    expect(file?.imports[3]?.names.map(({ local }) => local)).toEqual(["E", "f"]);
  });
});
