import type { Rule } from "../source-tree.ts";

const allowed = new Set([
  "package.json",
  "package-lock.json",
  "tsconfig.json",
  "next.config.ts",
  "next-env.d.ts",
  "instrumentation.ts",
  "proxy.ts",
  "README.md",
  "LICENSE",
  "app",
  "bin",
  "components",
  "lib",
  "node_modules",
  "prisma",
  "public",
  "tests",
]);

/** Dot files are a tool's own, `*.tsbuildinfo` is what the compiler leaves behind. */
export const topLevel: Rule = {
  name: "nothing but the fixed entries stands at the top level",
  advice:
    "put code into app, components, lib or bin, and a tool's configuration under tests/ or behind its --config flag",
  check: (tree) =>
    tree.topLevel
      .filter((name) => !allowed.has(name) && !name.startsWith(".") && !name.endsWith(".tsbuildinfo"))
      .map((name) => ({ path: name, line: 1, message: `${name} does not belong at the top level` })),
};
