import { describe, expect, test } from "vitest";
import { contractFixtures } from "./fixtures/contract.ts";
import { databaseFixtures } from "./fixtures/database.ts";
import type { Fixture, PlantedViolation } from "./fixtures/fixture.ts";
import { importFixtures } from "./fixtures/imports.ts";
import { interfaceFixtures } from "./fixtures/interface.ts";
import { layoutFixtures } from "./fixtures/layout.ts";
import { messageFixtures } from "./fixtures/messages.ts";
import { purityFixtures } from "./fixtures/purity.ts";
import { styleFixtures } from "./fixtures/style.ts";
import { rules } from "./rules/all.ts";
import { treeOf } from "./source-tree.ts";

const fixtures: readonly Fixture[] = [
  ...layoutFixtures,
  ...importFixtures,
  ...purityFixtures,
  ...databaseFixtures,
  ...styleFixtures,
  ...interfaceFixtures,
  ...contractFixtures,
  ...messageFixtures,
];

function foundIn(fixture: Fixture, planted?: PlantedViolation): readonly string[] {
  const files = Object.entries({ ...fixture.clean, ...planted?.files }).flatMap(([path, text]) =>
    text === undefined ? [] : [[path, text]],
  );
  const tree = treeOf(Object.fromEntries(files), planted?.topLevel ?? fixture.topLevel);
  return fixture.rule
    .check(tree)
    .map(({ path, line }) => `${path}:${line}`)
    .sort();
}

test("every rule is proven by planted violations", () => {
  expect(new Set(fixtures.map(({ rule }) => rule))).toEqual(new Set(rules));
  expect(new Set(rules.map(({ name }) => name)).size).toBe(rules.length);
});

for (const fixture of fixtures) {
  describe(fixture.rule.name, () => {
    test("a tree that keeps the rule passes", () => {
      expect(foundIn(fixture)).toEqual([]);
    });

    for (const planted of fixture.planted) {
      test(`catches ${planted.what}`, () => {
        expect(foundIn(fixture, planted)).toEqual([...planted.found].sort());
      });
    }
  });
}
