import {
  chmodSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { readyDataFolder } from "../../bin/support/data-folder.ts";
import { readySecrets } from "../../bin/support/secrets.ts";

let parent: string;
let path: string;

beforeEach(() => {
  parent = mkdtempSync(join(realpathSync(tmpdir()), "data-folder-"));
  path = join(parent, "data");
});

afterEach(() => rmSync(parent, { recursive: true }));

const modeOf = (file: string) => statSync(file).mode & 0o777;

it("the data folder is closed to everybody else, also one that was open", () => {
  expect(modeOf(readyDataFolder(path)) & 0o027).toBe(0);
  chmodSync(path, 0o777);
  expect(modeOf(readyDataFolder(path)) & 0o027).toBe(0);
});

it("a link to the data folder is followed, so that both names mean the same", () => {
  readyDataFolder(path);
  symlinkSync(path, join(parent, "link"));
  expect(readyDataFolder(join(parent, "link"))).toBe(path);
});

it("secrets are made once, differ from each other and are readable by their owner only", () => {
  const folder = readyDataFolder(path);
  const secrets = readySecrets(folder);
  expect(new Set(Object.values(secrets)).size).toBe(Object.keys(secrets).length);
  expect(secrets.authSecret.length).toBeGreaterThanOrEqual(32);
  expect(modeOf(join(folder, "secrets.json"))).toBe(0o600);
  expect(readySecrets(folder)).toEqual(secrets);
});

it("a secret that a newer version needs is added to those that are there", () => {
  const folder = readyDataFolder(path);
  const { mediaKey, ...older } = readySecrets(folder);
  writeFileSync(join(folder, "secrets.json"), JSON.stringify(older));
  const secrets = readySecrets(folder);
  expect(secrets).toMatchObject(older);
  expect(secrets.mediaKey).not.toBe(mediaKey);
  expect(readySecrets(folder)).toEqual(secrets);
});

it("a damaged file of secrets is refused and left as it is, because new ones would lock the data out", () => {
  const folder = readyDataFolder(path);
  writeFileSync(join(folder, "secrets.json"), '{"authSecret": "abc');
  expect(() => readySecrets(folder)).toThrow(/damaged/);
  expect(readFileSync(join(folder, "secrets.json"), "utf8")).toBe('{"authSecret": "abc');
});
