import { type Rule, type SourceFile, type Violation, violationAt } from "../source-tree.ts";

const empty = /^(utils?|utilities|helpers?|services?|managers?|data|info)$/i;

/** Words that say nothing about what stands behind them. */
export const names: Rule = {
  name: "no file and no export is called utils, helpers, service, manager, data or info",
  advice:
    "name it by its result or by the thing it is about; if there is no better word, the function is in the wrong place",
  check: (tree) => tree.files.flatMap((file) => [...fileName(file), ...exportNames(file)]),
};

function fileName(file: SourceFile): Violation[] {
  const folders = file.path.split("/").slice(0, -1);
  const words = [...folders, file.path.split("/").at(-1)?.replace(/\..*$/, "") ?? ""]
    .map((segment) => segment.replace(/service-worker|data-folder/, ""))
    .flatMap((segment) => segment.split(/[^a-zA-Z]+/));
  return words
    .filter((word) => empty.test(word))
    .map((word) => violationAt(file, undefined, `is called ${word}`));
}

/** The last word carries the meaning: `PersonData` is a person. `requireManager` speaks of somebody who manages. */
function exportNames(file: SourceFile): Violation[] {
  return file.exports.flatMap((exported) => {
    const last = exported.name.split(/(?=[A-Z])/).at(-1) ?? "";
    return empty.test(last) && exported.kind !== "reexport" && !/^require[A-Z]/.test(exported.name)
      ? [violationAt(file, exported.statement, `exports ${exported.name}`)]
      : [];
  });
}
