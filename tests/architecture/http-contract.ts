import ts from "typescript";
import type { SourceFile, SourceTree } from "./source-tree.ts";

/** One `defineEndpoint({ … })` of a domain. */
export type DeclaredEndpoint = {
  readonly file: SourceFile;
  readonly node: ts.Node;
  readonly name: string;
  /** `POST /api/v1/events/{eventId}`; undefined when method or path is no literal. */
  readonly address: string | undefined;
};

/** One `export const POST = handle(endpoint, run)` of a route file. */
export type ServedEndpoint = {
  readonly file: SourceFile;
  readonly node: ts.Node;
  readonly address: string;
  readonly method: string;
  /** Where the first argument comes from: file and exported name; undefined when it is no such one-liner. */
  readonly endpoint: { readonly path: string; readonly name: string } | undefined;
  /** File that the second argument comes from. */
  readonly runFrom: string | undefined;
};

const methods = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];

export function declaredEndpoints(tree: SourceTree): readonly DeclaredEndpoint[] {
  return tree.files
    .filter(({ place }) => place.kind === "domain" && place.role === "endpoints")
    .flatMap((file) =>
      file.nodes.filter(isDefinition).map((node) => {
        const [contract] = node.arguments;
        const method = literalOf(contract, "method");
        const path = literalOf(contract, "path");
        const exported = file.exports.find((candidate) => candidate.node === node);
        return {
          file,
          node,
          name: exported?.name ?? "",
          address: method === undefined || path === undefined ? undefined : `${method} ${path}`,
        };
      }),
    );
}

function isDefinition(node: ts.Node): node is ts.CallExpression {
  return (
    ts.isCallExpression(node) && ts.isIdentifier(node.expression) && node.expression.text === "defineEndpoint"
  );
}

function literalOf(object: ts.Node | undefined, name: string): string | undefined {
  if (object === undefined || !ts.isObjectLiteralExpression(object)) {
    return undefined;
  }
  const property = object.properties.find((candidate) => candidate.name?.getText() === name);
  return property !== undefined &&
    ts.isPropertyAssignment(property) &&
    ts.isStringLiteralLike(property.initializer)
    ? property.initializer.text
    : undefined;
}

/** Path that Next serves a route file under, parameters in braces. */
export function servedPath(routeFile: string): string {
  const segments = routeFile
    .replace(/\/route\.ts$/, "")
    .split("/")
    .slice(1);
  return segments
    .filter((segment) => !/^\(.*\)$/.test(segment))
    .map((segment) => segment.replace(/^\[+(?:\.\.\.)?([^\]]+)\]+$/, "{$1}"))
    .reduce((path, segment) => `${path}/${segment}`, "");
}

export function routeFiles(tree: SourceTree): readonly SourceFile[] {
  return tree.files.filter(({ path }) => /^app\/api\/(.*\/)?route\.tsx?$/.test(path));
}

/** What a route file exports as HTTP methods. */
export function servedEndpoints(file: SourceFile): readonly ServedEndpoint[] {
  return file.exports
    .filter(({ name }) => methods.includes(name))
    .map((exported) => {
      const { node, name } = exported;
      const call = isHandle(node) ? node : undefined;
      const endpoint = call?.arguments[0] === undefined ? undefined : originOf(file, call.arguments[0]);
      const run = call?.arguments[1] === undefined ? undefined : originOf(file, call.arguments[1]);
      return {
        file,
        node: exported.statement,
        address: `${name} ${servedPath(file.path)}`,
        method: name,
        endpoint,
        runFrom: run?.path,
      };
    });
}

function isHandle(node: ts.Node): node is ts.CallExpression {
  return (
    ts.isCallExpression(node) &&
    ts.isIdentifier(node.expression) &&
    /^handle(Steps|SignIn|SignOut)?$/.test(node.expression.text) &&
    node.arguments.length === 2
  );
}

/** `scheduleEvent` or `commands.scheduleEvent`, followed to the file it is imported from. */
function originOf(file: SourceFile, node: ts.Expression): ServedEndpoint["endpoint"] {
  if (ts.isIdentifier(node)) {
    return origin(file, node.text);
  }
  if (ts.isPropertyAccessExpression(node) && ts.isIdentifier(node.expression)) {
    const space = origin(file, node.expression.text);
    return space === undefined ? undefined : { path: space.path, name: node.name.text };
  }
  return undefined;
}

function origin(file: SourceFile, local: string): ServedEndpoint["endpoint"] {
  for (const { target, names } of file.imports) {
    const name = names.find((candidate) => candidate.local === local);
    if (name !== undefined && target !== undefined) {
      return { path: target, name: name.original };
    }
  }
  return undefined;
}
