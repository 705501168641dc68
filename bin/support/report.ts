import { readFileSync } from "node:fs";
import { relative } from "node:path";
import { z } from "zod";
import { projectFolder } from "./files.ts";

/** How one part of a test run went. */
export type PartResult = {
  readonly name: string;
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  readonly failures: readonly string[];
};

/** A check that is one thing only: it holds, or it does not. */
export function singleResult(name: string, isGood: boolean, failure: string): PartResult {
  return {
    name,
    passed: isGood ? 1 : 0,
    failed: isGood ? 0 : 1,
    skipped: 0,
    failures: isGood ? [] : [failure],
  };
}

const VitestReport = z.object({
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      message: z.string().optional(),
      assertionResults: z.array(z.object({ status: z.string(), fullName: z.string() })),
    }),
  ),
});

/** Reads vitest's JSON report, one part for each folder below tests/. */
export function readVitestReport(file: string): readonly PartResult[] {
  const { testResults } = VitestReport.parse(JSON.parse(readFileSync(file, "utf8")));
  const outcomes = testResults.flatMap(({ name, status, assertionResults }) => {
    const path = relative(projectFolder, name);
    const tests = assertionResults.map((test) => outcomeOf(path, test.fullName, test.status));
    // A file that could not be loaded, or whose set-up failed, has no test that could say so.
    const isBroken = status === "failed" && !tests.some(({ state }) => state === "failed");
    return isBroken ? [...tests, outcomeOf(path, "the file itself", "failed")] : tests;
  });
  return partsOf(outcomes, (path) => path.split("/")[1] ?? path);
}

type Suite = {
  readonly file: string;
  readonly title: string;
  readonly specs: readonly {
    readonly title: string;
    readonly tests: readonly { readonly status: string }[];
  }[];
  readonly suites?: readonly Suite[] | undefined;
};

const SuiteReport: z.ZodType<Suite> = z.lazy(() =>
  z.object({
    file: z.string(),
    title: z.string(),
    specs: z.array(z.object({ title: z.string(), tests: z.array(z.object({ status: z.string() })) })),
    suites: z.array(SuiteReport).optional(),
  }),
);

const PlaywrightReport = z.object({
  suites: z.array(SuiteReport),
  errors: z.array(z.object({ message: z.string().optional() })),
});

/** Reads Playwright's JSON report, one part for each journey. */
export function readPlaywrightReport(file: string): readonly PartResult[] {
  const report = PlaywrightReport.parse(JSON.parse(readFileSync(file, "utf8")));
  const outcomes = report.suites.flatMap((suite) => outcomesOf(suite, []));
  const broken = report.errors.map(({ message }) =>
    singleResult("journeys: set-up", false, message?.split("\n")[0] ?? "failed"),
  );
  return [
    ...partsOf(outcomes, (path) => `journey: ${path.replace(/^.*\//, "").replace(/\.journey\.ts$/, "")}`),
    ...broken,
  ];
}

function outcomesOf(suite: Suite, titles: readonly string[]): readonly Outcome[] {
  const own = suite.title === suite.file ? titles : [...titles, suite.title];
  const specs = suite.specs.flatMap((spec) =>
    spec.tests.map(({ status }) => outcomeOf(suite.file, [...own, spec.title].join(" › "), status)),
  );
  return [...specs, ...(suite.suites ?? []).flatMap((inner) => outcomesOf(inner, own))];
}

type Outcome = {
  readonly path: string;
  readonly title: string;
  readonly state: "passed" | "failed" | "skipped";
};

const states: Readonly<Record<string, Outcome["state"]>> = {
  passed: "passed",
  expected: "passed",
  skipped: "skipped",
  pending: "skipped",
  todo: "skipped",
  disabled: "skipped",
};

/** A word that is not known counts as failed; so does a test that only passed at a second try. */
function outcomeOf(path: string, title: string, status: string): Outcome {
  return { path, title, state: states[status] ?? "failed" };
}

function partsOf(outcomes: readonly Outcome[], nameOf: (path: string) => string): readonly PartResult[] {
  const groups = Map.groupBy(outcomes, ({ path }) => nameOf(path));
  return [...groups].map(([name, group]) => ({
    name,
    passed: group.filter(({ state }) => state === "passed").length,
    failed: group.filter(({ state }) => state === "failed").length,
    skipped: group.filter(({ state }) => state === "skipped").length,
    failures: group.filter(({ state }) => state === "failed").map(({ path, title }) => `${path}: ${title}`),
  }));
}

/** The lines of the summary: a table by part, what failed, and as the last line the sums. */
export function summaryOf(parts: readonly PartResult[]): readonly string[] {
  const width = Math.max(4, ...parts.map(({ name }) => name.length));
  const row = (name: string, cells: readonly (string | number)[]) =>
    `  ${name.padEnd(width)}${cells.map((cell) => String(cell).padStart(9)).join("")}`;
  const total = sumOf(parts);
  const failures = parts.flatMap((part) => part.failures.map((failure) => `  ✗ ${failure}`));
  return [
    "",
    row("part", ["passed", "failed", "skipped"]),
    ...parts.map(({ name, passed, failed, skipped }) => row(name, [passed, failed, skipped])),
    "",
    ...(failures.length > 0 ? ["Failed:", ...failures, ""] : []),
    `${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`,
  ];
}

/** Passed, failed and skipped over all parts. */
export function sumOf(parts: readonly PartResult[]) {
  const sum = (count: (part: PartResult) => number) => parts.reduce((total, part) => total + count(part), 0);
  return {
    passed: sum(({ passed }) => passed),
    failed: sum(({ failed }) => failed),
    skipped: sum(({ skipped }) => skipped),
  };
}
