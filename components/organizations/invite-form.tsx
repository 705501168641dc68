"use client";

import { Alert, Button, Group, Select, SimpleGrid, Stack, Text, Textarea, TextInput } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { useSubmit } from "#components/ui/use-submit";
import { call } from "#lib/door/call";
import { inviteMember, resendInvitation } from "#lib/organizations/invitations/endpoints";
import { type DepartmentChoice, OrganizationRole, organizationRoles } from "#lib/organizations/schema";
import { DepartmentId, InvitationId } from "#lib/shared/ids";

type Props = {
  readonly organization: string;
  readonly departments: readonly DepartmentChoice[];
  readonly onClose: () => void;
};

/** Invites one address; an open invitation is offered to be sent again instead. ORG-29, GAP-054, GAP-059 */
export function InviteForm({ organization, departments, onClose }: Props) {
  const t = useTranslations("organization.invite");
  const roles = useTranslations("organization.role");
  const [values, setValues] = useState({
    email: "",
    role: "USER",
    departmentId: "",
    message: t("messageDefault", { organization }),
  });
  const { isSubmitting, fieldErrors, openId, invite, resend } = useInviting(onClose);
  const change = (changed: Partial<typeof values>) => setValues((before) => ({ ...before, ...changed }));
  const handleSubmit = (event: FormEvent) => {
    event.preventDefault();
    invite(values);
  };
  return (
    <form onSubmit={handleSubmit} noValidate>
      <Stack gap="lg">
        <Text c="dimmed">{t("text")}</Text>
        {openId ? (
          <Alert color="gray" role="alert">
            <Group justify="space-between">
              {t("isOpen", { email: values.email })}
              <Button
                variant="default"
                size="xs"
                loading={isSubmitting}
                onClick={() => resend(openId, values.email)}
              >
                {t("resendInstead")}
              </Button>
            </Group>
          </Alert>
        ) : null}
        <TextInput
          label={t("email")}
          type="email"
          required
          data-autofocus
          value={values.email}
          error={fieldErrors.email}
          onChange={(event) => change({ email: event.currentTarget.value })}
        />
        <SimpleGrid cols={{ base: 1, xs: 2 }}>
          <Select
            label={t("role")}
            allowDeselect={false}
            value={values.role}
            error={fieldErrors.role}
            data={organizationRoles.map((value) => ({ value, label: roles(value) }))}
            onChange={(role) => change({ role: role ?? "USER" })}
          />
          <Select
            label={t("department")}
            allowDeselect={false}
            value={values.departmentId}
            error={fieldErrors.departmentId}
            data={[
              { value: "", label: t("noDepartment") },
              ...departments.map(({ id, name }) => ({ value: id, label: name })),
            ]}
            onChange={(departmentId) => change({ departmentId: departmentId ?? "" })}
          />
        </SimpleGrid>
        <Textarea
          label={t("message")}
          autosize
          minRows={3}
          maxRows={10}
          maxLength={2000}
          value={values.message}
          error={fieldErrors.message}
          onChange={(event) => change({ message: event.currentTarget.value })}
        />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t("cancel")}
          </Button>
          <Button type="submit" loading={isSubmitting}>
            {t("send")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function useInviting(onClose: () => void) {
  const t = useTranslations("organization.invite");
  const router = useRouter();
  const { submit, isSubmitting, fieldErrors, problem } = useSubmit();
  const sent = (email: string) => {
    router.refresh();
    notifications.show({ message: t("sent", { email }) });
    onClose();
  };
  const invite = (values: Readonly<Record<"email" | "role" | "departmentId" | "message", string>>) =>
    void submit(async () => {
      await call(inviteMember, {
        email: values.email,
        role: OrganizationRole.parse(values.role),
        departmentId: values.departmentId ? DepartmentId.parse(values.departmentId) : null,
        message: values.message,
      });
      sent(values.email);
    });
  const resend = (invitationId: InvitationId, email: string) =>
    void submit(async () => {
      await call(resendInvitation, { invitationId });
      sent(email);
    });
  const open = InvitationId.safeParse(problem?.values.invitationId);
  return { isSubmitting, fieldErrors, openId: open.success ? open.data : null, invite, resend };
}
