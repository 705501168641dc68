import type { Rule } from "../source-tree.ts";
import { barrels } from "./barrels.ts";
import { cycles } from "./cycles.ts";
import { defaultExports } from "./default-exports.ts";
import { dependencies } from "./dependencies.ts";
import { docComments } from "./doc-comments.ts";
import { endpointsServed } from "./endpoints-served.ts";
import { environment } from "./environment.ts";
import { fileLength } from "./file-length.ts";
import { functionLength } from "./function-length.ts";
import { functions } from "./functions.ts";
import { importPaths } from "./import-paths.ts";
import { imports } from "./imports.ts";
import { layout } from "./layout.ts";
import { literalText } from "./literal-text.ts";
import { logicalProperties } from "./logical-properties.ts";
import { messageKeys } from "./message-keys.ts";
import { messages } from "./messages.ts";
import { moduleState } from "./module-state.ts";
import { names } from "./names.ts";
import { oneDoor } from "./one-door.ts";
import { permissions } from "./permissions.ts";
import { purity } from "./purity.ts";
import { roleNames } from "./role-names.ts";
import { routes } from "./route-files.ts";
import { serverOnly } from "./server-only.ts";
import { suppressions } from "./suppressions.ts";
import { switches } from "./switches.ts";
import { tables } from "./tables.ts";
import { topLevel } from "./top-level.ts";
import { typeSafety } from "./type-safety.ts";
import { vendors } from "./vendors.ts";

/** Every rule, by what it checks. */
export const rules: readonly Rule[] = [
  barrels,
  cycles,
  defaultExports,
  dependencies,
  docComments,
  endpointsServed,
  environment,
  fileLength,
  functionLength,
  functions,
  importPaths,
  imports,
  layout,
  literalText,
  logicalProperties,
  messageKeys,
  messages,
  moduleState,
  names,
  oneDoor,
  permissions,
  purity,
  roleNames,
  routes,
  serverOnly,
  suppressions,
  switches,
  tables,
  topLevel,
  typeSafety,
  vendors,
];
