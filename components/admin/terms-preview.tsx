import { useTranslations } from "next-intl";
import { termsBlocks } from "#lib/accounts/terms/terms-blocks";
import styles from "./terms-form.module.css";

/** The text as it will be read. */
export function TermsPreview({ language, text }: { readonly language: string; readonly text: string }) {
  const t = useTranslations("admin.terms");
  const blocks = termsBlocks(text);
  return (
    <section aria-labelledby="terms-preview" className={styles.preview}>
      <h2 id="terms-preview" className={styles.title}>
        {t("preview")}
      </h2>
      {/* Nothing in it takes the focus, so it has to take it itself to be scrolled by keyboard. */}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: see above */}
      <div className={styles.page} lang={language} tabIndex={0}>
        {blocks.length === 0 ? <p className={styles.quiet}>{t("previewEmpty")}</p> : null}
        {blocks.map(({ kind, text: words }, index) =>
          kind === "heading" ? (
            // biome-ignore lint/suspicious/noArrayIndexKey: blocks have nothing else of their own
            <h3 key={index} className={styles.heading}>
              {words}
            </h3>
          ) : (
            // biome-ignore lint/suspicious/noArrayIndexKey: blocks have nothing else of their own
            <p key={index} className={styles.paragraph}>
              {words}
            </p>
          ),
        )}
      </div>
    </section>
  );
}
