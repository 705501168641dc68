import ts from "typescript";
import { type Rule, type SourceFile, type Violation, violationAt } from "../source-tree.ts";

const physicalProperty =
  /^\s*((scroll-)?(margin|padding)-(left|right)|border-(left|right)(-[a-z]+)?|border-(top|bottom)-(left|right)-radius|left|right)\s*:/;
const physicalValue = /^\s*(text-align|float|clear)\s*:\s*(left|right)\b/;
const physicalKey =
  /^((scroll)?(margin|padding)(Left|Right)|border(Left|Right)([A-Z]\w*)?|border(Top|Bottom)(Left|Right)Radius|left|right)$/i;
const physicalProps = new Set(["ml", "mr", "pl", "pr", "left", "right"]);

/** Languages that run from right to left mirror the page by themselves, as long as nothing says left or right. */
export const logicalProperties: Rule = {
  name: "styles say start and end, never left and right",
  advice:
    'use margin-inline-start, padding-inline-end, inset-inline-start, text-align: start; in Mantine ms, me, ps, pe, ta="start"',
  check: (tree) => [
    ...tree.styles.flatMap(({ path, text }) => inStyleSheet(path, text)),
    ...tree.files.filter(({ path }) => path.endsWith(".tsx")).flatMap(inMarkup),
  ],
};

function inStyleSheet(path: string, text: string): Violation[] {
  const code = text.replace(/\/\*[\s\S]*?\*\//g, (comment) => comment.replace(/[^\n]/g, " "));
  return code.split("\n").flatMap((line, index) =>
    line
      .split(/[;{}]/)
      .filter((declaration) => physicalProperty.test(declaration) || physicalValue.test(declaration))
      .map((declaration) => ({ path, line: index + 1, message: `says ${declaration.trim()}` })),
  );
}

function inMarkup(file: SourceFile): Violation[] {
  return file.nodes.filter(ts.isJsxAttribute).flatMap((attribute) => {
    const name = attribute.name.getText(file.syntax);
    if (physicalProps.has(name)) {
      return [violationAt(file, attribute, `sets ${name}`)];
    }
    if (
      name === "ta" &&
      /^\{?["'](left|right)["']\}?$/.test(attribute.initializer?.getText(file.syntax) ?? "")
    ) {
      return [violationAt(file, attribute, "aligns to a side")];
    }
    return name === "style" || name === "styles" ? inStyle(file, attribute) : [];
  });
}

function inStyle(file: SourceFile, node: ts.Node): Violation[] {
  const found: Violation[] = [];
  const visit = (child: ts.Node): void => {
    if (ts.isPropertyAssignment(child)) {
      const key = child.name.getText(file.syntax).replace(/["']/g, "");
      const isAligned =
        key === "textAlign" && /^["'](left|right)["']$/.test(child.initializer.getText(file.syntax));
      if (physicalKey.test(key) || isAligned) {
        found.push(violationAt(file, child, `sets ${key}`));
      }
    }
    ts.forEachChild(child, visit);
  };
  visit(node);
  return found;
}
