import { type Rule, type SourceFile, type SourceTree, type Violation, violationAt } from "../source-tree.ts";

/** Files that load each other at start; types and `import()` do not count. */
export const cycles: Rule = {
  name: "no files import each other in a circle",
  advice: "move what both need into a third file below them, or import the type only",
  check: (tree) => {
    const finished = new Set<string>();
    return tree.files.flatMap((file) => circlesFrom(tree, file, finished, []));
  },
};

function circlesFrom(
  tree: SourceTree,
  file: SourceFile,
  finished: Set<string>,
  trail: readonly string[],
): Violation[] {
  if (finished.has(file.path)) {
    return [];
  }
  const here = [...trail, file.path];
  const found = file.imports.flatMap((reference) => {
    const { target, isTypeOnly, isDynamic } = reference;
    if (target === undefined || isTypeOnly || isDynamic) {
      return [];
    }
    const start = here.indexOf(target);
    if (start >= 0) {
      const circle = [...here.slice(start), target].join(" → ");
      return [violationAt(file, reference.node, `closes the circle ${circle}`)];
    }
    const next = tree.byPath.get(target);
    return next === undefined ? [] : circlesFrom(tree, next, finished, here);
  });
  finished.add(file.path);
  return found;
}
