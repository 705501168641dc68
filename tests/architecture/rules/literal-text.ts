import ts from "typescript";
import { type Rule, violationAt } from "../source-tree.ts";

const spoken = new Set([
  "title",
  "label",
  "placeholder",
  "description",
  "alt",
  "aria-label",
  "aria-description",
  "aria-roledescription",
  "aria-placeholder",
  "aria-valuetext",
]);

/** The product is called the same in every language. */
const productName = /\bAtrium\b|%s/g;

/** Everything people read or hear comes in their language. THM-06 */
export const literalText: Rule = {
  name: "pages and components hold no text of their own",
  advice:
    "put the text into lib/shared/messages/en and /de and take it with useTranslations or getTranslations",
  check: (tree) =>
    tree.files
      .filter(({ place }) => place.kind === "app" || place.kind === "component")
      .flatMap((file) =>
        file.nodes.flatMap((node) =>
          textsAt(node)
            .filter((text) => speaks(text.value))
            .map((text) => violationAt(file, text.node, `says "${text.value.trim()}"`)),
        ),
      ),
};

type Text = { readonly node: ts.Node; readonly value: string };

function textsAt(node: ts.Node): readonly Text[] {
  if (ts.isJsxText(node)) {
    return [{ node: firstWordOf(node), value: node.text }];
  }
  if (ts.isJsxExpression(node) && (ts.isJsxElement(node.parent) || ts.isJsxFragment(node.parent))) {
    const isCode =
      ts.isJsxElement(node.parent) && /^(style|script)$/.test(node.parent.openingElement.tagName.getText());
    return isCode || node.expression === undefined ? [] : literals(node.expression);
  }
  if (ts.isJsxAttribute(node) && node.initializer !== undefined && spoken.has(node.name.getText())) {
    const value = ts.isJsxExpression(node.initializer) ? node.initializer.expression : node.initializer;
    return value === undefined ? [] : literals(value);
  }
  return ts.isPropertyAssignment(node) ? sentences(node) : [];
}

/** JSX text starts at the end of the tag before it, lines above its first word. */
function firstWordOf(node: ts.JsxText): ts.Node {
  return /^\s*\n/.test(node.text) ? node.parent : node;
}

/** The texts that an expression may turn out to be. */
function literals(node: ts.Node): readonly Text[] {
  if (ts.isStringLiteralLike(node)) {
    return [{ node, value: node.text }];
  }
  if (ts.isTemplateExpression(node)) {
    return [
      {
        node,
        value: [node.head, ...node.templateSpans.map(({ literal }) => literal)]
          .map(({ text }) => text)
          .join(""),
      },
    ];
  }
  if (ts.isConditionalExpression(node)) {
    return [...literals(node.whenTrue), ...literals(node.whenFalse)];
  }
  if (ts.isBinaryExpression(node)) {
    const isChoice = /^(&&|\|\||\?\?)$/.test(node.operatorToken.getText());
    const isSum = node.operatorToken.kind === ts.SyntaxKind.PlusToken;
    return isChoice ? literals(node.right) : isSum ? [...literals(node.left), ...literals(node.right)] : [];
  }
  return ts.isParenthesizedExpression(node) ? literals(node.expression) : [];
}

/** Texts of a page's metadata, of a notification, of the choices of a select; what starts small is a key or a value. */
function sentences({ name, initializer }: ts.PropertyAssignment): readonly Text[] {
  const key = name.getText().replace(/["']/g, "");
  return spoken.has(key) || key === "message"
    ? literals(initializer).filter(({ value }) => /^\p{Lu}/u.test(value))
    : [];
}

function speaks(text: string): boolean {
  return /\p{L}/u.test(text.replace(productName, ""));
}
