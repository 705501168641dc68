import { type Export, type Rule, type SourceFile, violationAt } from "../source-tree.ts";

/** Files of app/ whose default export Next loads by the file's name. */
const routeFile =
  /^app\/(.*\/)?(page|layout|template|loading|error|global-error|not-found|global-not-found|default|forbidden|unauthorized|sitemap|robots|manifest|icon|apple-icon|opengraph-image|twitter-image)\.tsx?$/;

/** Default exports have no name that a search would find. */
export const defaultExports: Rule = {
  name: "default exports stand only where Next demands them",
  advice: "export it by its name",
  check: (tree) =>
    tree.files
      .filter(
        ({ path }) => !routeFile.test(path) && !/^(next\.config|prisma\/prisma\.config)\.ts$/.test(path),
      )
      .flatMap((file) =>
        file.exports
          .filter((exported) => isDefault(exported) && !isRequestConfiguration(file))
          .map((exported) => violationAt(file, exported.statement, "has a default export")),
      ),
};

function isDefault({ name, kind }: Export): boolean {
  return kind === "default" || name === "default";
}

/** next-intl loads the default export of the file that its plugin is told. */
function isRequestConfiguration(file: SourceFile): boolean {
  return file.imports.some(
    ({ specifier, names }) =>
      specifier === "next-intl/server" && names.some(({ original }) => original === "getRequestConfig"),
  );
}
