import ts from "typescript";
import { catalogueOf } from "../message-catalogue.ts";
import { type Rule, type SourceFile, type SourceTree, type Violation, violationAt } from "../source-tree.ts";

/** `translator(locale, namespace)` is our own, for mails and problem documents. */
const makers = /^(useTranslations|getTranslations|createTranslator|translator)$/;

/** Keys asked for exist, and keys that exist are asked for somewhere. */
export const messageKeys: Rule = {
  name: "every message asked for exists, and no message is left over",
  advice: "add the key to lib/shared/messages/en and /de, or delete it from both",
  check: (tree) => {
    const keys = [...catalogueOf(tree, "en").messages.keys()];
    const code = tree.files.filter(({ path }) => !path.startsWith("lib/shared/messages/"));
    return [...code.flatMap((file) => missing(file, new Set(keys))), ...leftOver(tree, keys, code)];
  },
};

function missing(file: SourceFile, keys: ReadonlySet<string>): Violation[] {
  return file.nodes.filter(ts.isCallExpression).flatMap((call) => {
    const [argument] = call.arguments;
    const translator = translatorOf(call.expression);
    if (translator === undefined || argument === undefined || !ts.isStringLiteralLike(argument)) {
      return [];
    }
    const namespace = namespaceAt(translator);
    const key = namespace === "" ? argument.text : `${namespace}.${argument.text}`;
    return namespace === undefined || keys.has(key)
      ? []
      : [violationAt(file, call, `asks for ${key}, which is not there`)];
  });
}

/** `t` of `t(…)`, `t.rich(…)` and `t.markup(…)`; `t.raw` may ask for a whole group. */
function translatorOf(callee: ts.Expression): ts.Identifier | undefined {
  if (ts.isPropertyAccessExpression(callee) && /^(rich|markup)$/.test(callee.name.text)) {
    return translatorOf(callee.expression);
  }
  return ts.isIdentifier(callee) ? callee : undefined;
}

/** Namespace of the translator in whose scope this is; undefined when the name is something else, or not known here. */
function namespaceAt(identifier: ts.Identifier): string | undefined {
  for (let scope: ts.Node = identifier.parent; scope !== undefined; scope = scope.parent) {
    if (
      ts.isFunctionLike(scope) &&
      scope.parameters.some((parameter) => parameter.name.getText() === identifier.text)
    ) {
      return undefined;
    }
    const statements = ts.isBlock(scope) || ts.isSourceFile(scope) ? scope.statements : [];
    for (const statement of statements) {
      const declared = ts.isVariableStatement(statement)
        ? statement.declarationList.declarations.find(({ name }) => name.getText() === identifier.text)
        : undefined;
      if (declared !== undefined) {
        return declared.initializer === undefined ? undefined : namespaceOf(declared.initializer);
      }
    }
  }
  return undefined;
}

function namespaceOf(initializer: ts.Expression): string | undefined {
  const call = ts.isAwaitExpression(initializer) ? initializer.expression : initializer;
  if (!ts.isCallExpression(call) || !makers.test(call.expression.getText())) {
    return undefined;
  }
  const argument = call.arguments[call.expression.getText() === "translator" ? 1 : 0];
  if (argument === undefined) {
    return "";
  }
  if (ts.isStringLiteralLike(argument)) {
    return argument.text;
  }
  const named = ts.isObjectLiteralExpression(argument)
    ? argument.properties.find((property) => property.name?.getText() === "namespace")
    : undefined;
  return named !== undefined && ts.isPropertyAssignment(named) && ts.isStringLiteralLike(named.initializer)
    ? named.initializer.text
    : undefined;
}

/** A key counts as used when any end of it stands somewhere as a literal, or fits a template with parts left open. */
function leftOver(tree: SourceTree, keys: readonly string[], code: readonly SourceFile[]): Violation[] {
  const literals = new Set<string>();
  const patterns: RegExp[] = [];
  for (const node of code.flatMap(({ nodes }) => nodes)) {
    if (ts.isStringLiteralLike(node)) {
      literals.add(node.text);
    } else if (ts.isPropertyAssignment(node) || ts.isShorthandPropertyAssignment(node)) {
      literals.add(node.name.getText());
    } else if (ts.isTemplateExpression(node)) {
      patterns.push(patternOf(node));
    }
  }
  const { messages } = catalogueOf(tree, "en");
  return keys.flatMap((key) => {
    const message = messages.get(key);
    const isUsed = endsOf(key).some(
      (end) => literals.has(end) || patterns.some((pattern) => pattern.test(end)),
    );
    return isUsed || message === undefined
      ? []
      : [violationAt(message.file, message.node, `nobody asks for ${key}`)];
  });
}

function patternOf(template: ts.TemplateExpression): RegExp {
  const parts = [template.head, ...template.templateSpans.map(({ literal }) => literal)];
  const text = parts.map((part) => escaped(part.text)).join("[\\w-]+");
  return new RegExp(`^${text}$`);
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}

/** `a.b.c`, `b.c` and `c`, because a translator may stand on any group. */
function endsOf(key: string): readonly string[] {
  const parts = key.split(".");
  return parts.map((_, index) => parts.slice(index).join("."));
}
