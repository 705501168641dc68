import { termsBlocks } from "#lib/accounts/terms/terms-blocks";
import styles from "./terms-text.module.css";

type Props = { readonly text: string; readonly locale: string; readonly label: string };

/** The terms, in a box of their own that scrolls and is reached by keyboard. ACC-20 */
export function TermsText({ text, locale, label }: Props) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a text that scrolls has to be reached by keyboard
    <section className={styles.text} aria-label={label} lang={locale} tabIndex={0}>
      {termsBlocks(text).map((block) =>
        block.kind === "heading" ? (
          <h2 key={block.text} className={styles.heading}>
            {block.text}
          </h2>
        ) : (
          <p key={block.text} className={styles.paragraph}>
            {block.text}
          </p>
        ),
      )}
    </section>
  );
}
