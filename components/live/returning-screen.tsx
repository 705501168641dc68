import { useTranslations } from "next-intl";
import styles from "./returning-screen.module.css";

/** Stands for the stage while the way back into the meeting is short. */
export function ReturningScreen() {
  const t = useTranslations("stage");
  return (
    <main className={styles.screen} data-dark>
      <p role="status" className={styles.text}>
        {t("returning")}
      </p>
    </main>
  );
}
