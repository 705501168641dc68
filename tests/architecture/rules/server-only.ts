import { isServerPlace } from "../place.ts";
import { type Rule, type SourceFile, violationAt } from "../source-tree.ts";

/** Next refuses to send a file so marked to a browser; the mark on a pure file would keep it from where it is wanted. */
export const serverOnly: Rule = {
  name: 'server files of lib start with import "server-only", and no other file has it',
  advice:
    'write import "server-only" as the first statement of queries, commands, reactions, mails, adapters, door, worker and front; never in what a browser loads too; a port.ts of types only needs none',
  check: (tree) => tree.files.filter((file) => file.path.startsWith("lib/")).flatMap(check),
};

function check(file: SourceFile) {
  const anywhere = file.imports.find(({ specifier }) => specifier === "server-only");
  const isPort = file.place.kind === "adapter" && file.place.part === "port";
  const isServer = isServerPlace(file.place) || (isPort && file.exports.some(({ kind }) => kind !== "type"));
  if (isServer) {
    return file.hasServerOnly
      ? []
      : [violationAt(file, anywhere?.node, 'does not start with import "server-only"')];
  }
  return anywhere === undefined || isPort
    ? []
    : [violationAt(file, anywhere.node, "is for browsers too and must not be server-only")];
}
