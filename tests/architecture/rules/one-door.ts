import ts from "typescript";
import { type Rule, type SourceFile, violationAt } from "../source-tree.ts";

/** Web pages use the same endpoints as everybody's programs. */
export const oneDoor: Rule = {
  name: "pages and components write through the API client only",
  advice:
    "declare an endpoint in the domain's endpoints.ts and call it by call(endpoint, input) of lib/door/call.ts; there are no server actions",
  check: (tree) =>
    tree.files.flatMap((file) =>
      file.nodes.flatMap((node) => {
        if (
          ts.isExpressionStatement(node) &&
          ts.isStringLiteral(node.expression) &&
          node.expression.text === "use server"
        ) {
          return [violationAt(file, node, "is a server action")];
        }
        return isUserInterface(file) && isFetch(node) ? [violationAt(file, node, "fetches by itself")] : [];
      }),
    ),
};

function isUserInterface(file: SourceFile): boolean {
  return file.place.kind === "app" || file.place.kind === "component";
}

function isFetch(node: ts.Node): boolean {
  return ts.isCallExpression(node) && /^((window|globalThis)\.)?fetch$/.test(node.expression.getText());
}
