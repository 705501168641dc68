import ts from "typescript";
import { type Rule, type SourceFile, violationAt } from "../source-tree.ts";

/** A file that only passes on hides where things are and loads more than is wanted. */
export const barrels: Rule = {
  name: "no file only passes on what others export",
  advice:
    "import from the file that declares it; index.ts is for lib/adapters/<service>, where it picks the implementation",
  check: (tree) =>
    tree.files.flatMap((file) => {
      const isAdapterIndex = /^lib\/adapters\/[^/]+\/index\.ts$/.test(file.path);
      if (/\/index\.tsx?$/.test(file.path) && !isAdapterIndex) {
        return [violationAt(file, undefined, "index files stand in adapters only")];
      }
      return onlyPassesOn(file) && !isAdapterIndex && !/^app\/.*\/route\.ts$/.test(file.path)
        ? [violationAt(file, file.exports[0]?.statement, "is a barrel")]
        : [];
    }),
};

function onlyPassesOn(file: SourceFile): boolean {
  const { statements } = file.syntax;
  return (
    statements.some(ts.isExportDeclaration) &&
    statements.every((statement) => ts.isExportDeclaration(statement) || ts.isImportDeclaration(statement))
  );
}
