import ts from "typescript";
import { lineAt, type Rule, type SourceFile, type Violation, violationAt } from "../source-tree.ts";

/** Silenced tools and swallowed errors. */
export const suppressions: Rule = {
  name: "no tool is silenced and no error is swallowed without a reason",
  advice:
    "repair the cause; a biome-ignore gives its reason after the colon; refusals are thrown on, bugs are not caught",
  check: (tree) => tree.files.flatMap((file) => [...silenced(file), ...swallowed(file)]),
};

function silenced(file: SourceFile): Violation[] {
  const lines = file.text.matchAll(
    /(?:\/\/|\/\*|\*)[ \t]*(@ts-\w+|eslint-disable[\w-]*|biome-ignore[\w-]*)([^\n]*)/g,
  );
  return [...lines].flatMap((match) => {
    const [, tag = "", rest = ""] = match;
    const hasReason = tag.startsWith("biome-ignore") && /^ \S+: \w+/.test(rest);
    return hasReason
      ? []
      : [{ path: file.path, line: lineAt(file, match.index), message: `says ${tag} without a reason` }];
  });
}

function swallowed(file: SourceFile): Violation[] {
  return file.nodes.filter(swallows).map((node) => violationAt(file, node, "swallows an error"));
}

function swallows(node: ts.Node): boolean {
  if (ts.isCatchClause(node)) {
    return node.block.statements.length === 0;
  }
  if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) {
    return false;
  }
  const [handler] = node.arguments;
  return (
    node.expression.name.text === "catch" &&
    handler !== undefined &&
    ts.isArrowFunction(handler) &&
    doesNothing(handler.body)
  );
}

function doesNothing(body: ts.ConciseBody): boolean {
  return ts.isBlock(body)
    ? body.statements.length === 0
    : body.getText() === "undefined" || ts.isVoidExpression(body);
}
