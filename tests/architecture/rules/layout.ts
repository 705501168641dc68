import { domains } from "../place.ts";
import type { Rule, SourceFile } from "../source-tree.ts";

const libFolders: readonly string[] = [...domains, "adapters", "door", "worker", "front", "shared"];
const componentFolders: readonly string[] = [...domains, "ui", "shell"];

/** The folders of lib/ and components/ are the domains of the architecture and the few beside them. */
export const layout: Rule = {
  name: "folders of lib and components are the domains and the few beside them",
  advice: `a domain is one of ${domains.join(", ")}; building blocks stand in components/ui, pages in app`,
  check: (tree) =>
    tree.files.flatMap((file) => {
      const message = misplaced(file);
      return message === undefined ? [] : [{ path: file.path, line: 1, message }];
    }),
};

function misplaced(file: SourceFile): string | undefined {
  const [top = "", folder = "", ...rest] = file.path.split("/");
  if (top === "lib" && (rest.length === 0 || !libFolders.includes(folder))) {
    return `lib/${folder} is none of the folders of lib`;
  }
  if (top === "lib" && file.path.endsWith(".tsx")) {
    return "lib holds no components";
  }
  if (top === "components" && (rest.length === 0 || !componentFolders.includes(folder))) {
    return `components/${folder} is none of the folders of components`;
  }
  return undefined;
}
