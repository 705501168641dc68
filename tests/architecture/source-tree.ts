import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path/posix";
import ts from "typescript";
import { type Place, placeOf } from "./place.ts";

/** One reference from a file to another module: an import, a re-export, `import()` or a type `import("…")`. */
export type Import = {
  readonly specifier: string;
  /** Path inside the repository, when the module is ours; it need not exist. */
  readonly target: string | undefined;
  /** Name of the package (`@mantine/core`, `node:fs`), when the module is not ours. */
  readonly vendor: string | undefined;
  /** Whether nothing is loaded at run time. */
  readonly isTypeOnly: boolean;
  readonly isDynamic: boolean;
  /** Names in the importing file, and what they are called where they come from (`*` for a namespace). */
  readonly names: readonly { readonly local: string; readonly original: string }[];
  readonly node: ts.Node;
};

export type Export = {
  readonly name: string;
  readonly kind: "function" | "constant" | "class" | "type" | "reexport" | "default";
  /** Text of the doc comment that stands directly before it. */
  readonly doc: string | undefined;
  readonly statement: ts.Statement;
  /** The declaration, or for a constant its initializer. */
  readonly node: ts.Node;
};

export type SourceFile = {
  readonly path: string;
  readonly text: string;
  readonly place: Place;
  readonly syntax: ts.SourceFile;
  /** Every node of the file in reading order, so that rules need no walk of their own. */
  readonly nodes: readonly ts.Node[];
  readonly imports: readonly Import[];
  readonly exports: readonly Export[];
  /** Whether the first statement is `import "server-only"`. */
  readonly hasServerOnly: boolean;
};

/** What the rules read: the code, the style sheets and the names at the top level. */
export type SourceTree = {
  readonly files: readonly SourceFile[];
  readonly byPath: ReadonlyMap<string, SourceFile>;
  readonly styles: readonly { readonly path: string; readonly text: string }[];
  readonly topLevel: readonly string[];
  /** Text of package.json. */
  readonly manifest: string;
};

export type Violation = { readonly path: string; readonly line: number; readonly message: string };

export type Rule = {
  /** A sentence that is true while nobody breaks the rule. */
  readonly name: string;
  /** Where to go instead. */
  readonly advice: string;
  readonly check: (tree: SourceTree) => readonly Violation[];
};

const roots = ["app", "components", "lib", "prisma", "bin"];
const generated = "lib/adapters/database/generated";

/** Reads the repository from disk; generated code is left out. */
export function readTree(root: string): SourceTree {
  const topLevel = readdirSync(root);
  const paths = topLevel.filter((name) => /\.tsx?$/.test(name));
  for (const folder of roots.filter((name) => topLevel.includes(name))) {
    for (const entry of readdirSync(join(root, folder), { recursive: true, withFileTypes: true })) {
      const path = join(entry.parentPath, entry.name).slice(normalize(`${root}/`).length);
      if (entry.isFile() && !path.startsWith(`${generated}/`)) {
        paths.push(path);
      }
    }
  }
  const texts = paths
    .concat("package.json")
    .filter((path) => /\.(tsx?|css|json)$/.test(path) && !path.endsWith(".d.ts"))
    .sort()
    .map((path): [string, string] => [path, readFileSync(join(root, path), "utf8")]);
  return treeOf(Object.fromEntries(texts), topLevel);
}

/** A tree of files given by path and text, as the tests of the rules use it. */
export function treeOf(
  texts: Readonly<Record<string, string>>,
  topLevel: readonly string[] = [],
): SourceTree {
  const entries = Object.entries(texts);
  const files = entries
    .filter(([path]) => /\.tsx?$/.test(path))
    .map(([path, text]) => sourceFile(path, text));
  return {
    files,
    byPath: new Map(files.map((file) => [file.path, file])),
    styles: entries.filter(([path]) => path.endsWith(".css")).map(([path, text]) => ({ path, text })),
    topLevel,
    manifest: texts["package.json"] ?? "{}",
  };
}

/** A violation at a node of a file. */
export function violationAt(file: SourceFile, node: ts.Node | undefined, message: string): Violation {
  const start = node === undefined ? 0 : node.getStart(file.syntax);
  return { path: file.path, line: lineAt(file, start), message };
}

export function lineAt(file: SourceFile, position: number): number {
  return file.syntax.getLineAndCharacterOfPosition(position).line + 1;
}

function sourceFile(path: string, text: string): SourceFile {
  const syntax = ts.createSourceFile(
    path,
    text,
    { languageVersion: ts.ScriptTarget.Latest, jsDocParsingMode: ts.JSDocParsingMode.ParseNone },
    true,
    path.endsWith("x") ? ts.ScriptKind.TSX : ts.ScriptKind.TS,
  );
  const nodes: ts.Node[] = [];
  const collect = (node: ts.Node): void => {
    nodes.push(node);
    ts.forEachChild(node, collect);
  };
  collect(syntax);
  const first = syntax.statements[0];
  return {
    path,
    text,
    place: placeOf(path),
    syntax,
    nodes,
    imports: nodes.flatMap((node) => importOf(path, node) ?? []),
    exports: syntax.statements.flatMap((statement) => exportsOf(syntax, statement)),
    hasServerOnly:
      first !== undefined &&
      ts.isImportDeclaration(first) &&
      first.importClause === undefined &&
      ts.isStringLiteral(first.moduleSpecifier) &&
      first.moduleSpecifier.text === "server-only",
  };
}

function importOf(path: string, node: ts.Node): Import | undefined {
  if (ts.isImportDeclaration(node)) {
    const clause = node.importClause;
    return reference(path, node, node.moduleSpecifier, {
      isTypeOnly: clause?.phaseModifier === ts.SyntaxKind.TypeKeyword,
      names: clause === undefined ? [] : importedNames(clause),
    });
  }
  if (ts.isExportDeclaration(node) && node.moduleSpecifier !== undefined) {
    return reference(path, node, node.moduleSpecifier, { isTypeOnly: node.isTypeOnly });
  }
  if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
    return reference(path, node, node.arguments[0], { isDynamic: true });
  }
  if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) {
    return reference(path, node, node.argument.literal, { isTypeOnly: true });
  }
  return undefined;
}

function reference(
  path: string,
  node: ts.Node,
  module: ts.Node | undefined,
  more: Partial<Pick<Import, "isTypeOnly" | "isDynamic" | "names">>,
): Import | undefined {
  if (module === undefined || !ts.isStringLiteralLike(module)) {
    return undefined;
  }
  const specifier = module.text;
  const target = targetOf(path, specifier);
  const vendor = target === undefined ? vendorOf(specifier) : undefined;
  return { specifier, target, vendor, isTypeOnly: false, isDynamic: false, names: [], node, ...more };
}

function importedNames(clause: ts.ImportClause): Import["names"] {
  const names = clause.name === undefined ? [] : [{ local: clause.name.text, original: "default" }];
  const bindings = clause.namedBindings;
  if (bindings === undefined) {
    return names;
  }
  if (ts.isNamespaceImport(bindings)) {
    return [...names, { local: bindings.name.text, original: "*" }];
  }
  const named = bindings.elements.map((element) => ({
    local: element.name.text,
    original: (element.propertyName ?? element.name).text,
  }));
  return [...names, ...named];
}

/** The aliases are those of package.json: one extension each. */
function targetOf(path: string, specifier: string): string | undefined {
  if (specifier.startsWith("#lib/")) {
    return `${specifier.slice(1)}.ts`;
  }
  if (specifier.startsWith("#components/")) {
    return `${specifier.slice(1)}.tsx`;
  }
  if (!specifier.startsWith(".")) {
    return undefined;
  }
  const target = normalize(join(dirname(path), specifier));
  return /\.[a-z]+$/.test(target) ? target : `${target}.${path.endsWith("x") ? "tsx" : "ts"}`;
}

function vendorOf(specifier: string): string {
  const parts = specifier.split("/");
  return specifier.startsWith("@") ? parts.slice(0, 2).join("/") : (parts[0] ?? specifier);
}

function exportsOf(syntax: ts.SourceFile, statement: ts.Statement): Export[] {
  const doc = docOf(syntax, statement);
  if (ts.isExportAssignment(statement)) {
    return [{ name: "default", kind: "default", doc, statement, node: statement.expression }];
  }
  if (ts.isExportDeclaration(statement)) {
    const clause = statement.exportClause;
    const names =
      clause === undefined
        ? ["*"]
        : ts.isNamedExports(clause)
          ? clause.elements.map((e) => e.name.text)
          : [clause.name.text];
    return names.map((name) => ({ name, kind: "reexport", doc, statement, node: statement }));
  }
  const modifiers = ts.canHaveModifiers(statement) ? (ts.getModifiers(statement) ?? []) : [];
  if (!modifiers.some((modifier) => modifier.kind === ts.SyntaxKind.ExportKeyword)) {
    return [];
  }
  if (modifiers.some((modifier) => modifier.kind === ts.SyntaxKind.DefaultKeyword)) {
    return [{ name: "default", kind: "default", doc, statement, node: statement }];
  }
  return declaredExports(statement).map((declared) => ({ ...declared, doc, statement }));
}

function declaredExports(statement: ts.Statement): Pick<Export, "name" | "kind" | "node">[] {
  if (ts.isVariableStatement(statement)) {
    return statement.declarationList.declarations.map((declaration) => ({
      name: declaration.name.getText(),
      kind: "constant",
      node: declaration.initializer ?? declaration,
    }));
  }
  if (ts.isFunctionDeclaration(statement)) {
    return [{ name: statement.name?.text ?? "", kind: "function", node: statement }];
  }
  if (ts.isClassDeclaration(statement)) {
    return [{ name: statement.name?.text ?? "", kind: "class", node: statement }];
  }
  if (ts.isTypeAliasDeclaration(statement) || ts.isInterfaceDeclaration(statement)) {
    return [{ name: statement.name.text, kind: "type", node: statement }];
  }
  return [];
}

function docOf(syntax: ts.SourceFile, statement: ts.Statement): string | undefined {
  const comment = ts.getLeadingCommentRanges(syntax.text, statement.pos)?.at(-1);
  const text = comment === undefined ? "" : syntax.text.slice(comment.pos, comment.end);
  return text.startsWith("/**") ? text : undefined;
}
