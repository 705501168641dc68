import { type Rule, type SourceFile, violationAt } from "../source-tree.ts";

const shapes: Readonly<Record<string, RegExp>> = {
  queries: /^(get|find|list)[A-Z]/,
  policy: /^(can|readable|require)[A-Z]/,
  commands: /^(?!(get|find|list|can|is|has)[A-Z])[a-z]/,
};

/** A reader sees from the name what may happen. */
export const roleNames: Rule = {
  name: "queries, policies and commands are named by what they do",
  advice:
    "queries are get…, find… or list…, policies can…, readable… or require…, commands verbs; other functions belong into a pure file",
  check: (tree) => tree.files.flatMap(misnamed),
};

function misnamed(file: SourceFile) {
  const shape = file.place.kind === "domain" ? shapes[file.place.role] : undefined;
  return file.exports
    .filter(({ kind, name }) => kind === "function" && shape !== undefined && !shape.test(name))
    .map((exported) => violationAt(file, exported.statement, `exports ${exported.name}`));
}
