"use client";

import { Button } from "@mantine/core";
import { modals } from "@mantine/modals";
import { useTranslations } from "next-intl";
import { ask } from "#components/ui/ask";
import { call } from "#lib/door/call";
import { moveMembers, removeMembers } from "#lib/organizations/members/endpoints";
import type { MemberView } from "#lib/organizations/members/schema";
import type { DepartmentChoice } from "#lib/organizations/schema";
import { DepartmentPick } from "./department-pick.tsx";
import styles from "./list.module.css";
import { useCarryOut } from "./use-member-actions.tsx";

type Props = {
  readonly chosen: readonly MemberView[];
  readonly departments: readonly DepartmentChoice[];
  readonly onDone: () => void;
};

/** What may be done with all chosen users at once. */
export function ChosenMembersBar({ chosen, departments, onDone }: Props) {
  const t = useTranslations("organization");
  const carryOut = useCarryOut();
  const count = chosen.length;
  const personIds = chosen.map(({ id }) => id);
  const askRemoval = () =>
    ask({
      title: t("chosen.removeTitle", { count }),
      text: t("removal.textMany"),
      keep: t("removal.keepMany"),
      choices: [
        {
          label: t("removal.action"),
          isGrave: true,
          onChosen: () => carryOut(() => call(removeMembers, { personIds }), t("chosen.removed", { count })),
        },
      ],
    });
  const askDepartment = () => {
    const modalId = modals.open({
      title: t("department.moveTitle"),
      children: (
        <DepartmentPick
          label={t("department.moveMany", { count })}
          departments={departments}
          current={null}
          onClose={() => modals.close(modalId)}
          onPicked={(departmentId) => {
            carryOut(() => call(moveMembers, { personIds, departmentId }), t("chosen.moved", { count }));
            onDone();
          }}
        />
      ),
    });
  };
  return (
    <section className={styles.chosen} aria-label={t("chosen.label")}>
      <span role="status">{t("chosen.count", { count })}</span>
      <Button variant="default" size="xs" onClick={askDepartment}>
        {t("chosen.move")}
      </Button>
      <Button variant="default" size="xs" c="var(--atrium-danger)" onClick={askRemoval}>
        {t("chosen.remove")}
      </Button>
      <Button variant="subtle" size="xs" onClick={onDone}>
        {t("chosen.clear")}
      </Button>
    </section>
  );
}
