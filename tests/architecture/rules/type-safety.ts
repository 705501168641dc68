import ts from "typescript";
import { type Rule, type SourceFile, violationAt } from "../source-tree.ts";

/** What makes the compiler look away. */
export const typeSafety: Rule = {
  name: "no any, no non-null assertion, no cast without a stated check",
  advice:
    "parse with zod at the edge, narrow by a check, use satisfies; a cast after a check says so: `// checked: <why it holds>` on its line or the one before",
  check: (tree) =>
    tree.files.flatMap((file) =>
      file.nodes.flatMap((node) => {
        const message = looksAway(file, node);
        return message === undefined ? [] : [violationAt(file, node, message)];
      }),
    ),
};

function looksAway(file: SourceFile, node: ts.Node): string | undefined {
  if (node.kind === ts.SyntaxKind.AnyKeyword) {
    return "says any";
  }
  if (ts.isNonNullExpression(node)) {
    return "asserts with !";
  }
  if (
    (ts.isVariableDeclaration(node) || ts.isPropertyDeclaration(node)) &&
    node.exclamationToken !== undefined
  ) {
    return "asserts with !";
  }
  const isCast = ts.isTypeAssertionExpression(node) || (ts.isAsExpression(node) && !isConst(node));
  return isCast && !isChecked(file, node) ? `casts to ${node.type.getText(file.syntax)}` : undefined;
}

function isConst(node: ts.AsExpression): boolean {
  return ts.isTypeReferenceNode(node.type) && node.type.getText() === "const";
}

function isChecked(file: SourceFile, node: ts.AsExpression | ts.TypeAssertion): boolean {
  const lines = file.text.split("\n");
  const line = file.syntax.getLineAndCharacterOfPosition(node.type.getStart(file.syntax)).line;
  return [lines[line], lines[line - 1]].some((text) => /\/\/ checked: \S+/.test(text ?? ""));
}
