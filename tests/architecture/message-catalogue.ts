import ts from "typescript";
import type { SourceFile, SourceTree } from "./source-tree.ts";

/** One text of the catalogue. `key` is the whole path: namespace, groups, name. */
export type Message = {
  readonly key: string;
  readonly text: string;
  readonly file: SourceFile;
  readonly node: ts.Node;
};

export type Catalogue = {
  readonly messages: ReadonlyMap<string, Message>;
  /** What is no plain literal and so cannot be read here. */
  readonly unreadable: readonly { readonly file: SourceFile; readonly node: ts.Node; readonly key: string }[];
};

export const languages = ["en", "de"] as const;
export type Language = (typeof languages)[number];

/** The catalogue of a language: each export of `lib/shared/messages/<language>/*.ts` is a namespace. */
export function catalogueOf(tree: SourceTree, language: Language): Catalogue {
  const messages = new Map<string, Message>();
  const unreadable: { file: SourceFile; node: ts.Node; key: string }[] = [];
  const collect = (file: SourceFile, node: ts.Node, key: string): void => {
    const value = unwrapped(node);
    const text = textOf(value);
    if (text !== undefined) {
      messages.set(key, { key, text, file, node });
    } else if (ts.isObjectLiteralExpression(value)) {
      for (const property of value.properties) {
        const name = property.name === undefined ? "…" : nameOf(property.name);
        collect(file, ts.isPropertyAssignment(property) ? property.initializer : property, `${key}.${name}`);
      }
    } else {
      unreadable.push({ file, node, key });
    }
  };
  for (const file of tree.files.filter(({ path }) => path.startsWith(`lib/shared/messages/${language}/`))) {
    for (const { name, node } of file.exports.filter(({ kind }) => kind !== "type")) {
      collect(file, node, name);
    }
  }
  return { messages, unreadable };
}

function unwrapped(node: ts.Node): ts.Node {
  return ts.isAsExpression(node) || ts.isSatisfiesExpression(node) || ts.isParenthesizedExpression(node)
    ? unwrapped(node.expression)
    : node;
}

/** A literal, or literals put together by `+` to keep lines short. */
function textOf(node: ts.Node): string | undefined {
  if (ts.isStringLiteralLike(node)) {
    return node.text;
  }
  if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.PlusToken) {
    const left = textOf(node.left);
    const right = textOf(node.right);
    return left === undefined || right === undefined ? undefined : left + right;
  }
  return undefined;
}

function nameOf(name: ts.PropertyName): string {
  return ts.isIdentifier(name) || ts.isStringLiteralLike(name) || ts.isNumericLiteral(name)
    ? name.text
    : name.getText();
}
