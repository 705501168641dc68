import { type Rule, violationAt } from "../source-tree.ts";

/** Plain Node runs lib and bin as they are, so a relative import needs its extension. */
export const importPaths: Rule = {
  name: "imports are written so that Node, Next and the compiler read them alike",
  advice: 'write "#lib/domain/role" without an extension, or "./file.ts" with it',
  check: (tree) =>
    tree.files.flatMap((file) =>
      file.imports.flatMap((reference) => {
        const { specifier } = reference;
        const isRelative = specifier.startsWith(".");
        const isPlainNode = /^(lib|bin|prisma)\//.test(file.path);
        if (isRelative && isPlainNode && !/\.(ts|json|js)$/.test(specifier)) {
          return [violationAt(file, reference.node, `${specifier} lacks its extension`)];
        }
        return specifier.startsWith("#") && /\.tsx?$/.test(specifier)
          ? [violationAt(file, reference.node, `${specifier} has an extension too many`)]
          : [];
      }),
    ),
};
