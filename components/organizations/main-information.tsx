"use client";

import { Button } from "@mantine/core";
import { IconPencil } from "@tabler/icons-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Fact, Facts } from "#components/ui/facts";
import type { OrganizationView } from "#lib/organizations/schema";
import { formatDate } from "#lib/shared/time";
import { useReader } from "../ui/use-reader.ts";
import styles from "./main-information.module.css";
import { MainInformationForm } from "./main-information-form.tsx";

type Props = {
  readonly organization: OrganizationView;
  readonly mayEdit: boolean;
  /** The form is open from the start. DIR-18 */
  readonly isEditing: boolean;
};

/** The one organization of a person: its main information, with Edit for admins; its name opens it. ORG-05..09 */
export function MainInformation({ organization, mayEdit, isEditing }: Props) {
  const t = useTranslations("organization.about");
  const [isOpen, setOpen] = useState(mayEdit && isEditing);
  const reader = useReader();
  const { name, website, vatNumber, memberCount, createdAt } = organization;
  return (
    <section className={styles.card} aria-labelledby="organization-name">
      <div className={styles.top}>
        <h2 id="organization-name" className={styles.name}>
          <Link href="/organization/users">{name}</Link>
        </h2>
        {mayEdit && !isOpen ? (
          <Button
            variant="default"
            leftSection={<IconPencil size={18} stroke={1.5} aria-hidden />}
            onClick={() => setOpen(true)}
          >
            {t("edit")}
          </Button>
        ) : null}
      </div>
      {isOpen ? (
        <MainInformationForm organization={organization} onDone={() => setOpen(false)} />
      ) : (
        <Facts>
          {website ? (
            <Fact name={t("website")}>
              <a href={website} rel="noreferrer nofollow" target="_blank">
                {website}
              </a>
            </Fact>
          ) : null}
          {vatNumber ? <Fact name={t("vatNumber")}>{vatNumber}</Fact> : null}
          <Fact name={t("users")}>{t("count", { count: memberCount })}</Fact>
          <Fact name={t("since")}>{formatDate(new Date(createdAt), reader)}</Fact>
        </Facts>
      )}
    </section>
  );
}
