import ts from "typescript";
import { routeFiles, type ServedEndpoint, servedEndpoints } from "../http-contract.ts";
import { placeOf } from "../place.ts";
import { type Rule, type SourceFile, type Violation, violationAt } from "../source-tree.ts";

/** A route hands over and knows nothing else. */
export const routes: Rule = {
  name: "route files of app/api/v1 hold one line for each method",
  advice:
    "write `export const POST = handle(endpoint, commands.name)`; what is more belongs into the command, the query or lib/door",
  check: (tree) =>
    routeFiles(tree)
      .filter(({ path }) => path.startsWith("app/api/v1/"))
      .flatMap((file) => [
        ...surplus(file),
        ...servedEndpoints(file).flatMap((served) => {
          const message = flawOf(served);
          return message === undefined ? [] : [violationAt(file, served.node, message)];
        }),
      ]),
};

function surplus(file: SourceFile): Violation[] {
  const served = new Set(servedEndpoints(file).map(({ node }) => node));
  return file.syntax.statements
    .filter((statement) => !ts.isImportDeclaration(statement) && !served.has(statement))
    .map((statement) => violationAt(file, statement, "is more than a handed-over method"));
}

function flawOf({ endpoint, runFrom, method }: ServedEndpoint): string | undefined {
  const run = runFrom === undefined ? undefined : placeOf(runFrom);
  if (endpoint === undefined || run === undefined) {
    return `${method} is not handle(endpoint, commands.name or queries.name)`;
  }
  const role = run.kind === "domain" ? run.role : undefined;
  if (role !== "commands" && role !== "queries") {
    return `${method} runs something that is neither a command nor a query`;
  }
  return method === "GET" && role === "commands" ? "GET runs a command; a GET must not write" : undefined;
}
