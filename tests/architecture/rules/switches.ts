import ts from "typescript";
import { type Rule, violationAt } from "../source-tree.ts";

/** A new kind must not fall through unseen. */
export const switches: Rule = {
  name: "a switch over kinds ends in assertNever",
  advice: "add `default: return assertNever(value)` from lib/shared/errors.ts",
  check: (tree) =>
    tree.files.flatMap((file) =>
      file.nodes
        .filter(ts.isSwitchStatement)
        .filter((node) => isOverKinds(node.expression) && !endsInAssertNever(node))
        .map((node) => violationAt(file, node, "does not end in assertNever")),
    ),
};

function isOverKinds(expression: ts.Expression): boolean {
  return ts.isPropertyAccessExpression(expression) && expression.name.text === "kind";
}

function endsInAssertNever(node: ts.SwitchStatement): boolean {
  const last = node.caseBlock.clauses.at(-1);
  return last !== undefined && ts.isDefaultClause(last) && last.getText().includes("assertNever(");
}
