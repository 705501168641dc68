import { useTranslations } from "next-intl";
import { Initials } from "#components/ui/initials";
import type { JoinView } from "#lib/live/schema";
import styles from "./inside-now.module.css";

/** How many faces stand in the row; the others are counted. */
const faces = 5;

/** Who is inside the conference at this moment; somebody who is not invited learns the number only. */
export function InsideNow({ view }: { readonly view: JoinView }) {
  const t = useTranslations("stage.join");
  const { inside, insideCount } = view;
  if (insideCount === 0) return <p className={styles.nobody}>{t("nobodyInside")}</p>;
  const named = inside.slice(0, 3).map(({ name }) => name);
  const others = insideCount - named.length;
  const text =
    named.length === 0
      ? t("countInside", { count: insideCount })
      : t("namesInside", { names: named.join(", "), others });
  return (
    <div className={styles.inside}>
      {inside.length > 0 ? (
        <span className={styles.faces}>
          {inside.slice(0, faces).map(({ identity, name }) => (
            <span key={identity} className={styles.face}>
              <Initials id={identity} name={name} size="32px" />
            </span>
          ))}
        </span>
      ) : null}
      <p className={styles.names}>
        <span className={styles.dot} aria-hidden />
        {text}
      </p>
    </div>
  );
}
