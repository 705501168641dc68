"use client";

import { modals } from "@mantine/modals";
import { notifications } from "@mantine/notifications";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { ask } from "#components/ui/ask";
import { useSubmit } from "#components/ui/use-submit";
import { call } from "#lib/door/call";
import { changeMember, removeMember, sendCredentials } from "#lib/organizations/members/endpoints";
import type { MemberView } from "#lib/organizations/members/schema";
import type { DepartmentChoice } from "#lib/organizations/schema";
import { DepartmentPick } from "./department-pick.tsx";

/** What an admin may do with one user; grave things are asked for first. ORG-45..47, GAP-008 */
export function useMemberActions(member: MemberView, departments: readonly DepartmentChoice[]) {
  const t = useTranslations("organization");
  const carryOut = useCarryOut();
  const { id: personId, name, email } = member;
  const role = member.role === "ADMIN" ? ("USER" as const) : ("ADMIN" as const);
  const changeRole = () =>
    carryOut(() => call(changeMember, { personId, role }), t("users.roleChanged", { name, role }));
  const sendAgain = () =>
    carryOut(() => call(sendCredentials, { personId }), t("users.credentialsSent", { email }));
  const askRemoval = () =>
    ask({
      title: t("removal.title", { name }),
      text: t("removal.text", { name }),
      keep: t("removal.keep"),
      choices: [
        {
          label: t("removal.action"),
          isGrave: true,
          onChosen: () => carryOut(() => call(removeMember, { personId }), t("removal.done", { name })),
        },
      ],
    });
  const askDepartment = () => {
    const modalId = modals.open({
      title: t("department.moveTitle"),
      children: (
        <DepartmentPick
          label={t("department.moveText", { name })}
          departments={departments}
          current={member.department?.id ?? null}
          onClose={() => modals.close(modalId)}
          onPicked={(departmentId) =>
            carryOut(
              () => call(changeMember, { personId, departmentId }),
              t("users.departmentChanged", { name }),
            )
          }
        />
      ),
    });
  };
  return { changeRole, sendAgain, askRemoval, askDepartment };
}

/** Sends one change, shows the list as it is then, and says what was done. */
export function useCarryOut(): (send: () => Promise<unknown>, done: string) => void {
  const router = useRouter();
  const { submit } = useSubmit();
  return (send, done) =>
    void submit(async () => {
      await send();
      router.refresh();
      notifications.show({ message: done });
    });
}
