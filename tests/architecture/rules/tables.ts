import ts from "typescript";
import { type Rule, type SourceFile, type SourceTree, type Violation, violationAt } from "../source-tree.ts";

const writes =
  /^(create|createMany|createManyAndReturn|update|updateMany|updateManyAndReturn|upsert|delete|deleteMany)$/;
const reads = /^(findMany|findFirst|findFirstOrThrow|findUnique|findUniqueOrThrow)$/;

type Access = {
  readonly file: SourceFile;
  readonly node: ts.CallExpression;
  readonly model: string;
  readonly method: string;
};

/** How domains touch the database. */
export const tables: Rule = {
  name: "each table is written by the commands of one domain, and queries say what they select",
  advice:
    "call the command of the domain that owns the table; write in commands.ts or reactions.ts; read with select, so that the view is what leaves",
  check: (tree) => {
    const accesses = tree.files.filter(({ place }) => place.kind === "domain").flatMap(accessesOf);
    return [...writtenTwice(accesses), ...accesses.flatMap(misplaced), ...outside(tree)];
  },
};

function accessesOf(file: SourceFile): Access[] {
  return file.nodes.flatMap((node) => {
    if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) {
      return [];
    }
    const { name, expression } = node.expression;
    const isAccess = writes.test(name.text) || reads.test(name.text);
    return isAccess && ts.isPropertyAccessExpression(expression) && isDatabase(expression.expression)
      ? [{ file, node, model: expression.name.text, method: name.text }]
      : [];
  });
}

function isDatabase(node: ts.Expression): boolean {
  return /(^|\.)(db|tx|transaction|database|client|database\(\))$/.test(node.getText());
}

function writtenTwice(accesses: readonly Access[]): Violation[] {
  const writers = new Map<string, Set<string>>();
  for (const { file, model } of accesses.filter(({ method }) => writes.test(method))) {
    writers.set(model, (writers.get(model) ?? new Set()).add(domainOf(file)));
  }
  return accesses
    .filter(({ method, model }) => writes.test(method) && (writers.get(model)?.size ?? 0) > 1)
    .map(({ file, node, model }) =>
      violationAt(
        file,
        node,
        `${model} is written by ${[...(writers.get(model) ?? [])].sort().join(" and ")}`,
      ),
    );
}

function misplaced({ file, node, method }: Access): Violation[] {
  const role = file.place.kind === "domain" ? file.place.role : "pure";
  if (writes.test(method) && role !== "commands" && role !== "reactions") {
    return [violationAt(file, node, `${method} in ${role}`)];
  }
  return role === "queries" && reads.test(method) && !selects(node)
    ? [violationAt(file, node, `${method} without select`)]
    : [];
}

/** An argument that is no literal, or has a spread, is given the benefit of the doubt. */
function selects(node: ts.CallExpression): boolean {
  const [argument] = node.arguments;
  if (argument === undefined) {
    return false;
  }
  return (
    !ts.isObjectLiteralExpression(argument) ||
    argument.properties.some(
      (property) => ts.isSpreadAssignment(property) || property.name?.getText() === "select",
    )
  );
}

function outside(tree: SourceTree): Violation[] {
  return tree.files
    .filter(({ place }) => place.kind === "app" || place.kind === "component")
    .flatMap(accessesOf)
    .map(({ file, node }) => violationAt(file, node, "touches the database"));
}

function domainOf({ place }: SourceFile): string {
  return place.kind === "domain" ? place.domain : "";
}
