import ts from "typescript";
import { type Rule, type SourceFile, violationAt } from "../source-tree.ts";

/** Every process can run many times against one database, so that nothing is kept in one that another needs. */
export const moduleState: Rule = {
  name: "no state is kept at module level but in adapters and in the processes' own parts",
  advice:
    "keep it in the database or behind an adapter; in a component use React's state; a memo of pure values says so in the comment before it",
  check: (tree) =>
    tree.files
      .filter(({ path, place }) => /^(app|components|lib)\//.test(path) && !mayHold(place.kind))
      .flatMap((file) =>
        file.syntax.statements
          .filter((statement) => isState(statement) && !isMemo(file, statement))
          .map((statement) => violationAt(file, statement, `keeps ${nameOf(file, statement)}`)),
      ),
};

function mayHold(kind: string): boolean {
  return kind === "adapter" || kind === "front" || kind === "worker";
}

function isState(statement: ts.Statement): boolean {
  if (!ts.isVariableStatement(statement)) {
    return false;
  }
  const { declarationList } = statement;
  const isConstant = (declarationList.flags & ts.NodeFlags.Const) !== 0;
  return (
    !isConstant ||
    declarationList.declarations.some(
      ({ initializer }) => initializer !== undefined && isEmptyHolder(initializer),
    )
  );
}

/** A map that starts empty is meant to be filled. */
function isEmptyHolder(node: ts.Expression): boolean {
  return (
    ts.isNewExpression(node) &&
    /^(Weak)?(Map|Set)$/.test(node.expression.getText()) &&
    (node.arguments?.length ?? 0) === 0
  );
}

function isMemo(file: SourceFile, statement: ts.Statement): boolean {
  const comments = ts.getLeadingCommentRanges(file.text, statement.pos) ?? [];
  return comments.some(({ pos, end }) => /\bmemo\b/i.test(file.text.slice(pos, end)));
}

function nameOf(file: SourceFile, statement: ts.Statement): string {
  return ts.isVariableStatement(statement)
    ? statement.declarationList.declarations.map(({ name }) => name.getText(file.syntax)).join(", ")
    : "state";
}
