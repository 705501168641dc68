import ts from "typescript";
import { lineAt, type Rule, type SourceFile, violationAt } from "../source-tree.ts";

const limit = 60;
const limitWithMarkup = 120;

/** House style says about 40 lines; this is where "about" ends. Markup counts half; functions inside count for themselves. */
export const functionLength: Rule = {
  name: `no function is longer than ${limit} lines, or ${limitWithMarkup} with markup`,
  advice:
    "keep the story in the function and move its steps below it, or a part of the page into a component",
  check: (tree) =>
    tree.files.flatMap((file) =>
      file.nodes.filter(ts.isFunctionLike).flatMap((node) => {
        const lines = lengthOf(file, node);
        return lines > (file.path.endsWith(".tsx") ? limitWithMarkup : limit)
          ? [violationAt(file, node, `a function of ${lines} lines`)]
          : [];
      }),
    ),
};

/** Lines of its own: functions inside it are counted for themselves. */
function lengthOf(file: SourceFile, node: ts.SignatureDeclaration): number {
  let inner = 0;
  const visit = (child: ts.Node): void => {
    if (ts.isFunctionLike(child)) {
      inner += span(file, child) - 1;
    } else {
      ts.forEachChild(child, visit);
    }
  };
  ts.forEachChild(node, visit);
  return span(file, node) - inner;
}

function span(file: SourceFile, node: ts.Node): number {
  return lineAt(file, node.end) - lineAt(file, node.getStart(file.syntax)) + 1;
}
