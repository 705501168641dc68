import ts from "typescript";
import { placeOf } from "../place.ts";
import { type Export, type Rule, type SourceFile, violationAt } from "../source-tree.ts";

/** Permission in one place: who reads or writes asks a policy, or says why everybody may. */
export const permissions: Rule = {
  name: "every exported command and query asks a policy or is tagged @open with a reason",
  advice:
    "call a function of policy.ts (its own domain's or an earlier one's), or write `@open <reason>` into the doc comment",
  check: (tree) =>
    tree.files
      .filter(
        ({ place }) => place.kind === "domain" && (place.role === "queries" || place.role === "commands"),
      )
      .flatMap((file) => {
        const asks = asker(file);
        return file.exports
          .filter((exported) => exported.kind === "function" || exported.kind === "constant")
          .filter((exported) => !isOpen(exported) && !asks(exported.node))
          .map((exported) => violationAt(file, exported.statement, `${exported.name} asks no policy`));
      }),
};

function isOpen({ doc }: Export): boolean {
  return /@open[ \t]+(?!\*)\S{2,}/.test(doc ?? "");
}

/** Follows calls to functions of the same file, because a policy may be asked in a shared step. */
function asker(file: SourceFile): (node: ts.Node) => boolean {
  const policies = policyNames(file);
  const local = localFunctions(file);
  const entered = new Set<string>();
  const asks = (node: ts.Node): boolean => {
    if (
      ts.isCallExpression(node) &&
      [node.expression, ...node.arguments].some((part) => policies.has(rootOf(part)))
    ) {
      return true;
    }
    if (ts.isIdentifier(node) && isUse(node) && !entered.has(node.text)) {
      const body = local.get(node.text);
      if (body !== undefined) {
        entered.add(node.text);
        const found = asks(body);
        entered.delete(node.text);
        return found;
      }
    }
    return ts.forEachChild(node, (child) => asks(child) || undefined) ?? false;
  };
  return (node) => {
    entered.clear();
    return asks(node);
  };
}

function policyNames(file: SourceFile): ReadonlySet<string> {
  return new Set(
    file.imports
      .filter(({ isTypeOnly }) => !isTypeOnly)
      .flatMap(({ target, names }) => {
        const place = target === undefined ? undefined : placeOf(target);
        if (place?.kind === "domain" && place.role === "policy") {
          return names.map(({ local }) => local);
        }
        return place === undefined
          ? []
          : names
              .filter(({ original }) => /^(can|readable|require)[A-Z]/.test(original))
              .map(({ local }) => local);
      }),
  );
}

function localFunctions(file: SourceFile): ReadonlyMap<string, ts.Node> {
  return new Map(
    file.syntax.statements.flatMap((statement): [string, ts.Node][] => {
      if (ts.isFunctionDeclaration(statement)) {
        return statement.name === undefined || statement.body === undefined
          ? []
          : [[statement.name.text, statement.body]];
      }
      return ts.isVariableStatement(statement)
        ? statement.declarationList.declarations.flatMap(({ name, initializer }): [string, ts.Node][] =>
            initializer !== undefined && ts.isIdentifier(name) ? [[name.text, initializer]] : [],
          )
        : [];
    }),
  );
}

/** `policy` of `policy.canRead(…)`, `canRead` of `canRead(…)`. */
function rootOf(node: ts.Expression): string {
  if (ts.isPropertyAccessExpression(node)) {
    return rootOf(node.expression);
  }
  return ts.isIdentifier(node) ? node.text : "";
}

function isUse(node: ts.Identifier): boolean {
  const { parent } = node;
  return !(
    (ts.isPropertyAccessExpression(parent) && parent.name === node) ||
    (ts.isPropertyAssignment(parent) && parent.name === node) ||
    ts.isTypeNode(parent)
  );
}
