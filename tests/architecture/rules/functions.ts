import ts from "typescript";
import { type Rule, type SourceFile, violationAt } from "../source-tree.ts";

/** The shape of functions and classes that house style asks for. */
export const functions: Rule = {
  name: "exports are functions of at most two required parameters, and classes are errors or adapters",
  advice:
    "write `export function`, make more than two parameters one object (a callback at the end and optional ones are not counted), and a class a function unless it is an error or holds a connection",
  check: (tree) =>
    tree.files
      .filter(({ path }) => /^(app|components|lib)\//.test(path))
      .flatMap((file) => [...exportedFunctions(file), ...classes(file)]),
};

function exportedFunctions(file: SourceFile) {
  return file.exports.flatMap(({ name, node, statement }) => {
    if ((ts.isArrowFunction(node) || ts.isFunctionExpression(node)) && !hasForeignType(node)) {
      return [violationAt(file, statement, `${name} is a constant that holds a function`)];
    }
    return ts.isFunctionDeclaration(node) && countedParameters(node).length > 2
      ? [violationAt(file, statement, `${name} has ${countedParameters(node).length} parameters`)]
      : [];
  });
}

/** A constant with a type is made to somebody else's measure, which a function declaration could not say. */
function hasForeignType({ parent }: ts.Node): boolean {
  return ts.isVariableDeclaration(parent) && parent.type !== undefined;
}

/** A callback at the end and what may be left out make a call no harder to read. */
function countedParameters({ parameters }: ts.FunctionDeclaration): readonly ts.ParameterDeclaration[] {
  return parameters.filter(
    (parameter) =>
      parameter.questionToken === undefined &&
      parameter.initializer === undefined &&
      !(
        parameter === parameters.at(-1) &&
        parameter.type !== undefined &&
        ts.isFunctionTypeNode(parameter.type)
      ),
  );
}

function classes(file: SourceFile) {
  const mayHold = file.place.kind === "adapter" || file.place.kind === "front";
  return file.nodes
    .filter((node) => ts.isClassLike(node) && !mayHold && !isErrorOrBoundary(file, node))
    .map((node) => violationAt(file, node, "declares a class"));
}

/** React offers error boundaries as classes only. */
function isErrorOrBoundary(file: SourceFile, node: ts.ClassLikeDeclaration): boolean {
  const parent = node.heritageClauses?.[0]?.types[0]?.expression.getText(file.syntax) ?? "";
  return /Error$/.test(parent) || (file.place.kind === "component" && /^(React\.)?Component$/.test(parent));
}
