import { builtinModules } from "node:module";
import ts from "typescript";
import { browserRoles, type Place } from "../place.ts";
import { type Rule, type SourceFile, type Violation, violationAt } from "../source-tree.ts";

/** Modules of Node with which a server file of a domain may compute; I/O belongs into adapters. */
const computing = ["node:crypto", "node:buffer"];

/** Domains are handed the time and the database; only commands make random values, by `node:crypto`. */
export const purity: Rule = {
  name: "domains and shared read no clock, no randomness and no outside world of their own",
  advice:
    "take the time from context.now, random values from node:crypto in commands.ts, everything else from an adapter",
  check: (tree) =>
    tree.files.flatMap((file) => {
      const strictness = strictnessOf(file.place);
      return strictness === undefined ? [] : [...touches(file, strictness), ...modules(file, strictness)];
    }),
};

type Strictness = "pure" | "server" | "commands";

function strictnessOf(place: Place): Strictness | undefined {
  if (place.kind === "shared") {
    return "pure";
  }
  if (place.kind !== "domain") {
    return undefined;
  }
  if (place.role === "commands") {
    return "commands";
  }
  return browserRoles.includes(place.role) || place.role === "mails" ? "pure" : "server";
}

function touches(file: SourceFile, strictness: Strictness): Violation[] {
  return file.nodes.flatMap((node) => {
    const what = touched(node, strictness);
    return what === undefined ? [] : [violationAt(file, node, what)];
  });
}

function touched(node: ts.Node, strictness: Strictness): string | undefined {
  if (ts.isNewExpression(node) && ts.isIdentifier(node.expression) && node.expression.text === "Date") {
    return (node.arguments?.length ?? 0) === 0 ? "reads the clock" : undefined;
  }
  if (ts.isCallExpression(node) && ts.isIdentifier(node.expression)) {
    return touchedByCall(node.expression.text);
  }
  if (ts.isIdentifier(node) && node.text === "process" && isValue(node)) {
    return "reads the process";
  }
  return ts.isPropertyAccessExpression(node) ? touchedByAccess(node, strictness) : undefined;
}

function touchedByCall(name: string): string | undefined {
  if (name === "fetch") {
    return "fetches from the outside";
  }
  if (name === "Date" || name === "setTimeout" || name === "setInterval") {
    return "reads the clock";
  }
  return undefined;
}

function touchedByAccess(node: ts.PropertyAccessExpression, strictness: Strictness): string | undefined {
  const access = `${node.expression.getText()}.${node.name.text}`.replace(/^globalThis\./, "");
  if (["Date.now", "performance.now", "Temporal.Now"].includes(access)) {
    return "reads the clock";
  }
  if (access === "Math.random") {
    return "makes a random value";
  }
  const isRandom = /^crypto\.(getRandomValues|random\w*)$/.test(access);
  const isForbidden =
    strictness === "pure" ? access.startsWith("crypto.") : strictness === "server" && isRandom;
  return isForbidden ? "makes a random value" : undefined;
}

/** Whether the identifier is read, rather than being the name of something else. */
function isValue(node: ts.Identifier): boolean {
  const { parent } = node;
  return (
    (ts.isPropertyAccessExpression(parent) && parent.expression === node) ||
    (ts.isElementAccessExpression(parent) && parent.expression === node)
  );
}

function modules(file: SourceFile, strictness: Strictness): Violation[] {
  return file.imports.flatMap(({ vendor, names, node }) => {
    if (vendor === undefined || !(vendor.startsWith("node:") || builtinModules.includes(vendor))) {
      return [];
    }
    if (strictness === "pure" || !computing.includes(vendor)) {
      return [violationAt(file, node, `uses ${vendor}`)];
    }
    const isRandom = names.some(({ original }) => /^random|^getRandomValues$|^webcrypto$/.test(original));
    return isRandom && strictness === "server" ? [violationAt(file, node, "makes a random value")] : [];
  });
}
