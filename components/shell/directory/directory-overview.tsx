import { useTranslations } from "next-intl";
import { Avatar } from "#components/ui/avatar";
import { PageHeader } from "#components/ui/page-header";
import { canUpgrade } from "#lib/organizations/policy";
import type { PersonActor } from "#lib/shared/context";
import styles from "./directory-overview.module.css";
import { directoryEntries } from "./entries.ts";
import { EntryList } from "./entry-list.tsx";

type Props = {
  readonly actor: PersonActor;
  readonly email: string;
  /** Name of the organization; null for an individual account. */
  readonly organization: string | null;
  readonly helpContact: string | null;
};

/** What kind of account one has, and where things are. GAP-004, DIR-28 */
export function DirectoryOverview({ actor, email, organization, helpContact }: Props) {
  const t = useTranslations("directory");
  const kind =
    organization === null
      ? t("overview.individual")
      : t(actor.organization?.role === "ADMIN" ? "overview.admin" : "overview.member", { organization });
  const menu = directoryEntries(actor).flatMap(({ key, href }) =>
    key === "home" ? [] : [{ key, href, name: t(`overview.${key}`), text: t(`overview.${key}Text`) }],
  );
  const upgrade = {
    key: "upgrade" as const,
    href: "/settings/upgrade",
    name: t("overview.upgrade"),
    text: t("overview.upgradeText"),
  };
  return (
    <>
      <PageHeader title={t("title")} />
      <div className={styles.person}>
        <Avatar id={actor.personId} name={actor.displayName} avatarId={actor.avatarId} size="56px" />
        <div className={styles.words}>
          <p className={styles.name}>{actor.displayName}</p>
          <p className={styles.line}>{email}</p>
          <p className={styles.line}>{kind}</p>
        </div>
      </div>
      <EntryList rows={canUpgrade(actor) ? [...menu, upgrade] : menu} />
      <p className={styles.help}>
        {t("overview.help")}{" "}
        {helpContact ? t("overview.helpContact", { contact: helpContact }) : t("overview.helpAdministrator")}
      </p>
    </>
  );
}
