/** A heading or a paragraph of the terms. */
export type TermsBlock = { readonly kind: "heading" | "paragraph"; readonly text: string };

/** The text of terms as it is shown: an empty line parts paragraphs, `# ` begins a heading. */
export function termsBlocks(text: string): readonly TermsBlock[] {
  return text
    .split(/\n\s*\n/)
    .map((block) => block.trim())
    .filter((block) => block !== "")
    .flatMap((block): readonly TermsBlock[] => {
      if (!block.startsWith("# ")) return [{ kind: "paragraph", text: block }];
      const [heading = "", ...rest] = block.slice(2).split("\n");
      const below = rest.join("\n").trim();
      const title: TermsBlock = { kind: "heading", text: heading.trim() };
      return below === "" ? [title] : [title, { kind: "paragraph", text: below }];
    });
}
