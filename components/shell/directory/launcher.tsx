import { IconAddressBook, IconSettings } from "@tabler/icons-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { DirectoryIcon } from "./directory-icon.tsx";
import type { Entry, TileKey } from "./entries.ts";
import styles from "./launcher.module.css";
import { SignOutButton } from "./sign-out-button.tsx";

/** The way into every application, and out of all of them. DIR-02, DIR-06..08, SIG-35, GAP-006 */
export function Launcher({ tiles }: { readonly tiles: readonly Entry<TileKey>[] }) {
  const t = useTranslations("directory");
  return (
    <div className={styles.launcher}>
      <nav aria-label={t("launcher.tiles")}>
        <ul className={styles.tiles}>
          {tiles.map(({ key, href }) => (
            <li key={key}>
              <Link href={href} className={styles.tile}>
                <span className={styles.sign}>
                  <DirectoryIcon of={key} size={24} />
                </span>
                <span className={styles.words}>
                  <span className={styles.name}>{t(`tile.${key}`)}</span>
                  <span className={styles.text}>{t(`tile.${key}Text`)}</span>
                </span>
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <nav aria-label={t("launcher.more")} className={styles.more}>
        <Link href="/directory" className={styles.way}>
          <IconAddressBook size={18} stroke={1.5} aria-hidden />
          {t("launcher.directory")}
        </Link>
        <Link href="/settings" className={styles.way}>
          <IconSettings size={18} stroke={1.5} aria-hidden />
          {t("launcher.settings")}
        </Link>
        <SignOutButton className={styles.way}>{t("launcher.signOut")}</SignOutButton>
      </nav>
    </div>
  );
}
