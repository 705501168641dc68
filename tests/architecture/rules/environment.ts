import ts from "typescript";
import { type Rule, type SourceFile, violationAt } from "../source-tree.ts";

/** The environment is read and checked once. Next demands `NEXT_RUNTIME` in instrumentation.ts. */
export const environment: Rule = {
  name: "the environment is read in lib/adapters/configuration.ts only",
  advice: "add the variable to lib/adapters/configuration.ts and take it from configuration()",
  check: (tree) =>
    tree.files
      .filter((file) => !mayRead(file.path))
      .flatMap((file) =>
        file.nodes
          .filter(readsEnvironment)
          .map((node) => violationAt(file, node, "reads the environment"))
          .concat(importsOfProcess(file)),
      ),
};

function mayRead(path: string): boolean {
  return (
    path === "lib/adapters/configuration.ts" ||
    path === "next.config.ts" ||
    path === "instrumentation.ts" ||
    path.startsWith("bin/") ||
    path === "prisma/prisma.config.ts"
  );
}

function readsEnvironment(node: ts.Node): boolean {
  if (ts.isElementAccessExpression(node)) {
    return (
      isProcess(node.expression) &&
      ts.isStringLiteralLike(node.argumentExpression) &&
      node.argumentExpression.text === "env"
    );
  }
  if (ts.isVariableDeclaration(node) && ts.isObjectBindingPattern(node.name)) {
    return (
      node.initializer !== undefined && isProcess(node.initializer) && /\benv\b/.test(node.name.getText())
    );
  }
  return ts.isPropertyAccessExpression(node) && node.name.text === "env" && isProcess(node.expression);
}

function isProcess(node: ts.Expression): boolean {
  return (
    (ts.isIdentifier(node) && node.text === "process") ||
    (ts.isPropertyAccessExpression(node) && node.name.text === "process") ||
    ts.isMetaProperty(node)
  );
}

function importsOfProcess(file: SourceFile) {
  return file.imports
    .filter(
      ({ vendor, names }) => vendor?.endsWith("process") && names.some(({ original }) => original === "env"),
    )
    .map(({ node }) => violationAt(file, node, "imports the environment"));
}
