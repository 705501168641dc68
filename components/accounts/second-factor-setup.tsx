"use client";

import { useTranslations } from "next-intl";
import { CopyButton } from "#components/ui/copy-button";
import type { NewAuthenticator } from "#lib/accounts/second-factor/schema";
import { SecondFactorCodeForm } from "./second-factor-code-form.tsx";
import styles from "./second-factor-setup.module.css";

type Props = {
  readonly authenticator: NewAuthenticator;
  /** Rejects when the code was refused. */
  readonly onCode: (code: string) => Promise<void>;
  readonly onCancel: () => void;
};

/** Leads through setting up an authenticator; nothing is on before its first code. SIG-23..27, GAP-038 */
export function SecondFactorSetup({ authenticator, onCode, onCancel }: Props) {
  const t = useTranslations("security.factor");
  const { secret, qrCode } = authenticator;
  return (
    <ol className={styles.steps}>
      <li>{t("install")}</li>
      <li>
        {t("scan")}
        {/* biome-ignore lint/performance/noImgElement: a data: address leaves nothing to optimize */}
        <img className={styles.picture} src={qrCode} alt={t("qrCode")} width={200} height={200} />
        <p className={styles.byHand}>{t("byHand")}</p>
        <div className={styles.key}>
          <code className={styles.secret}>{secret.match(/.{1,4}/g)?.join(" ")}</code>
          <CopyButton value={secret} label={t("copyKey")} />
        </div>
      </li>
      <li>
        {t("type")}
        <div className={styles.form}>
          <SecondFactorCodeForm action={t("confirmEnable")} onCode={onCode} onCancel={onCancel} />
        </div>
      </li>
    </ol>
  );
}
