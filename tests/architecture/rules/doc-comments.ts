import ts from "typescript";
import { type Export, lineAt, type Rule, type SourceFile, violationAt } from "../source-tree.ts";

/** Message catalogues explain themselves; an endpoint says its sentence as `summary`. */
export const docComments: Rule = {
  name: "every export of lib has a doc comment",
  advice:
    "say first what it promises, then only what the type cannot say; one comment covers the lines directly below it and a type made from a documented value",
  check: (tree) =>
    tree.files
      .filter(({ path }) => path.startsWith("lib/") && !path.startsWith("lib/shared/messages/"))
      .flatMap((file) =>
        file.exports
          .filter((exported) => exported.kind !== "reexport" && exported.kind !== "default")
          .filter((exported) => !isDocumented(file, exported))
          .map((exported) => violationAt(file, exported.statement, `${exported.name} has no doc comment`)),
      ),
};

function isDocumented(file: SourceFile, exported: Export): boolean {
  return (
    hasOwnDoc(exported) ||
    file.exports.some((other) => other.name === exported.name && hasOwnDoc(other)) ||
    continuesDocumented(file, exported) ||
    isMadeFromDocumented(file, exported) ||
    hasSummary(exported)
  );
}

function hasOwnDoc({ doc }: Export): boolean {
  return doc !== undefined && /\w/.test(doc);
}

/** Whether it stands directly under a documented export, without a blank line. */
function continuesDocumented(file: SourceFile, exported: Export): boolean {
  const before = file.exports.findLast(({ statement }) => statement.end <= exported.statement.pos);
  if (before === undefined) {
    return false;
  }
  const lineBefore = lineAt(file, before.statement.end);
  const line = lineAt(file, exported.statement.getStart(file.syntax));
  return line === lineBefore + 1 && (hasOwnDoc(before) || continuesDocumented(file, before));
}

/** `type Role = (typeof roles)[number]`, `type View = z.infer<typeof View>`. */
function isMadeFromDocumented(file: SourceFile, { node }: Export): boolean {
  if (!ts.isTypeAliasDeclaration(node)) {
    return false;
  }
  const source = /^\(?(?:[\w.]+<)?\(?typeof (\w+)\)?/.exec(node.type.getText(file.syntax))?.[1];
  const value = file.exports.find(({ name, kind }) => name === source && kind !== "type");
  return value !== undefined && (hasOwnDoc(value) || continuesDocumented(file, value));
}

function hasSummary({ node }: Export): boolean {
  const [argument] =
    ts.isCallExpression(node) && node.expression.getText() === "defineEndpoint" ? node.arguments : [];
  return (
    argument !== undefined &&
    ts.isObjectLiteralExpression(argument) &&
    argument.properties.some((property) => property.name?.getText() === "summary")
  );
}
