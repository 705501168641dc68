import { builtinModules } from "node:module";
import { z } from "zod";
import { type Rule, violationAt } from "../source-tree.ts";

const Packages = z.record(z.string(), z.string()).default({});
const Manifest = z.object({ dependencies: Packages, devDependencies: Packages });

/** A package that only another one brings along may be gone with its next version. */
export const dependencies: Rule = {
  name: "every imported package is a dependency of package.json",
  advice:
    "add the package to package.json with an exact version: to dependencies, unless only types are imported",
  check: (tree) => {
    const manifest = Manifest.parse(JSON.parse(tree.manifest));
    return tree.files.flatMap((file) =>
      file.imports
        .filter(
          ({ vendor }) =>
            vendor !== undefined && !vendor.startsWith("node:") && !builtinModules.includes(vendor),
        )
        .filter(({ vendor = "", isTypeOnly }) => {
          // `npm test` and `npm run bench` are for checkouts, which have the development packages.
          const mayUseDevelopment = isTypeOnly || file.path.startsWith("bin/");
          const isDevelopment =
            vendor in manifest.devDependencies || typesOf(vendor) in manifest.devDependencies;
          return !(vendor in manifest.dependencies) && !(mayUseDevelopment && isDevelopment);
        })
        .map(({ vendor, node }) => violationAt(file, node, `${vendor} is no dependency`)),
    );
  },
};

function typesOf(vendor: string): string {
  return `@types/${vendor.replace(/^@(.*)\//, "$1__")}`;
}
