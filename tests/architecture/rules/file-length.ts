import type { Rule } from "../source-tree.ts";

const limit = 400;

/** Generated code is not in the tree. */
export const fileLength: Rule = {
  name: `no file is longer than ${limit} lines`,
  advice: "split by sub-domain folder with the same file names, or by what the parts are about",
  check: (tree) =>
    [...tree.files, ...tree.styles].flatMap(({ path, text }) => {
      const lines = text.trimEnd().split("\n").length;
      return lines > limit ? [{ path, line: limit + 1, message: `has ${lines} lines` }] : [];
    }),
};
