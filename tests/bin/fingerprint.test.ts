import { mkdirSync, mkdtempSync, renameSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { fingerprint } from "../../bin/support/fingerprint.ts";

let folder: string;
const take = () => fingerprint(folder, ["{app,lib}/**/*", "next.config.ts"]);

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "fingerprint-"));
  mkdirSync(join(folder, "app/deep"), { recursive: true });
  writeFileSync(join(folder, "app/deep/page.tsx"), "one");
  writeFileSync(join(folder, "next.config.ts"), "config");
});

afterEach(() => rmSync(folder, { recursive: true }));

it("is the same for the same files, whatever their dates", () => {
  const before = take();
  utimesSync(join(folder, "app/deep/page.tsx"), 1, 1);
  expect(take()).toBe(before);
});

it("changes with a content, a name and a new file", () => {
  const prints = [take()];
  writeFileSync(join(folder, "app/deep/page.tsx"), "two");
  prints.push(take());
  renameSync(join(folder, "app/deep/page.tsx"), join(folder, "app/page.tsx"));
  prints.push(take());
  writeFileSync(join(folder, "app/new.tsx"), "");
  prints.push(take());
  expect(new Set(prints).size).toBe(prints.length);
});

it("does not look at files that are generated or elsewhere", () => {
  const before = take();
  mkdirSync(join(folder, "lib/adapters/database/generated/models"), { recursive: true });
  writeFileSync(join(folder, "lib/adapters/database/generated/models/person.ts"), "generated");
  writeFileSync(join(folder, "README.md"), "read");
  expect(take()).toBe(before);
});
