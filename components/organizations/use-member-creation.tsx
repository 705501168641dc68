"use client";

import { Button, Group, Stack, Text } from "@mantine/core";
import { modals } from "@mantine/modals";
import { notifications } from "@mantine/notifications";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { CopyButton } from "#components/ui/copy-button";
import { Fact, Facts } from "#components/ui/facts";
import { useSubmit } from "#components/ui/use-submit";
import { call } from "#lib/door/call";
import { createMember } from "#lib/organizations/members/endpoints";
import type { NewMemberView } from "#lib/organizations/members/schema";
import { OrganizationRole } from "#lib/organizations/schema";
import { DepartmentId } from "#lib/shared/ids";

type Values = Readonly<
  Record<"firstName" | "lastName" | "email" | "username" | "role" | "departmentId", string>
>;

/** Makes the account, then says that a mail is on its way, or shows the temporary password once. GAP-061 */
export function useMemberCreation() {
  const t = useTranslations("organization.newUser");
  const router = useRouter();
  const { submit, isSubmitting, fieldErrors } = useSubmit();
  const leave = () => {
    router.push("/organization/users");
    router.refresh();
  };
  const create = (values: Values) =>
    void submit(async () => {
      const made = await call(createMember, {
        firstName: values.firstName,
        lastName: values.lastName,
        email: values.email,
        username: values.username || undefined,
        role: OrganizationRole.parse(values.role),
        departmentId: values.departmentId ? DepartmentId.parse(values.departmentId) : null,
      });
      const name = `${values.firstName.trim()} ${values.lastName.trim()}`;
      if (made.temporaryPassword === null) {
        notifications.show({ message: t("done", { name, email: made.email }) });
        leave();
      } else {
        const modalId = modals.open({
          title: t("passwordTitle", { name }),
          closeOnClickOutside: false,
          closeOnEscape: false,
          withCloseButton: false,
          onClose: leave,
          children: <HandedOut made={made} onDone={() => modals.close(modalId)} />,
        });
      }
    });
  return { isSubmitting, fieldErrors, create };
}

function HandedOut({ made, onDone }: { readonly made: NewMemberView; readonly onDone: () => void }) {
  const t = useTranslations("organization.newUser");
  const common = useTranslations("common");
  const { username } = made;
  const password = made.temporaryPassword ?? "";
  return (
    <Stack>
      <Text>{t("passwordText")}</Text>
      <Facts>
        <Fact name={t("handedUsername")} action={<CopyButton value={username} label={common("copy")} />}>
          {username}
        </Fact>
        <Fact name={t("password")} action={<CopyButton value={password} label={common("copy")} />}>
          {password}
        </Fact>
      </Facts>
      <Group justify="flex-end">
        <Button onClick={onDone}>{t("passwordDone")}</Button>
      </Group>
    </Stack>
  );
}
