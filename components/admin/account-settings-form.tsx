"use client";

import { Button, Group, NumberInput, Radio, Stack, Switch, TextInput } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { SettingsSection } from "#components/accounts/settings-section";
import { useSubmit } from "#components/ui/use-submit";
import { type AccountSettings, registrationModes } from "#lib/accounts/settings/schema";
import { changeAccountSettings } from "#lib/admin/endpoints";
import { call } from "#lib/door/call";
import { type IdleTime, idleMinutesOf, idleTimeOf } from "./idle-time.ts";
import { IdleTimeFields } from "./idle-time-fields.tsx";

type Values = Omit<AccountSettings, "idleMinutes" | "helpContact" | "downloadUrl"> & {
  readonly idle: IdleTime;
  readonly helpContact: string;
  readonly downloadUrl: string;
};

type FieldsProps = {
  readonly values: Values;
  readonly errors: Readonly<Record<string, string>>;
  readonly onChange: (changed: Partial<Values>) => void;
};

/** What everybody is allowed, and whom they may ask. ADM-12..14, GAP-013, GAP-025, GAP-030, GAP-039, GAP-053 */
export function AccountSettingsForm({ settings }: { readonly settings: AccountSettings }) {
  const t = useTranslations("admin.settings");
  const [values, setValues] = useState(() => valuesOf(settings));
  const { submit, isSubmitting, fieldErrors } = useSubmit();
  const fields: FieldsProps = {
    values,
    errors: fieldErrors,
    onChange: (changed) => setValues((before) => ({ ...before, ...changed })),
  };
  const handleSubmit = (event: FormEvent) => {
    event.preventDefault();
    void submit(async () => {
      setValues(valuesOf(await call(changeAccountSettings, settingsOf(values))));
      notifications.show({ message: t("saved") });
    });
  };
  return (
    <form onSubmit={handleSubmit} noValidate>
      <SettingsSection title={t("registration")} note={t("registrationNote")}>
        <RegistrationFields {...fields} />
      </SettingsSection>
      <SettingsSection title={t("permissions")} note={t("permissionsNote")}>
        <PermissionFields {...fields} />
      </SettingsSection>
      <SettingsSection title={t("limits")} note={t("limitsNote")}>
        <LimitFields {...fields} />
      </SettingsSection>
      <SettingsSection title={t("help")} note={t("helpNote")}>
        <HelpFields {...fields} />
      </SettingsSection>
      <Group>
        <Button type="submit" loading={isSubmitting}>
          {t("save")}
        </Button>
      </Group>
    </form>
  );
}

function RegistrationFields({ values, onChange }: FieldsProps) {
  const t = useTranslations("admin.settings");
  const handleChange = (chosen: string) => {
    const registrationMode = registrationModes.find((mode) => mode === chosen);
    if (registrationMode) onChange({ registrationMode });
  };
  return (
    <Radio.Group value={values.registrationMode} onChange={handleChange} aria-label={t("registration")}>
      <Stack gap="md">
        {registrationModes.map((mode) => (
          <Radio key={mode} value={mode} label={t(`mode.${mode}`)} description={t(`mode.${mode}_HELP`)} />
        ))}
      </Stack>
    </Radio.Group>
  );
}

const permissions = ["mayEditPersonalData", "mayChangeEmail", "mayChangePassword"] as const;

function PermissionFields({ values, onChange }: FieldsProps) {
  const t = useTranslations("admin.settings");
  return (
    <Stack gap="md">
      {permissions.map((permission) => (
        <Switch
          key={permission}
          label={t(permission)}
          description={permission === "mayChangePassword" ? t("mayChangePasswordHelp") : undefined}
          checked={values[permission]}
          onChange={(event) => onChange({ [permission]: event.currentTarget.checked })}
        />
      ))}
    </Stack>
  );
}

function LimitFields({ values, errors, onChange }: FieldsProps) {
  const t = useTranslations("admin.settings");
  return (
    <Stack gap="lg">
      <NumberInput
        label={t("minPasswordLength")}
        description={t("minPasswordLengthHelp")}
        min={8}
        max={100}
        allowDecimal={false}
        value={values.minPasswordLength}
        error={errors.minPasswordLength}
        onChange={(value) => onChange({ minPasswordLength: Number(value) })}
      />
      <IdleTimeFields
        value={values.idle}
        error={errors.idleMinutes && t("idleRange")}
        onChange={(idle) => onChange({ idle })}
      />
      <NumberInput
        label={t("contactRequestsPerDay")}
        description={t("contactRequestsPerDayHelp")}
        min={1}
        max={1000}
        allowDecimal={false}
        value={values.contactRequestsPerDay}
        error={errors.contactRequestsPerDay}
        onChange={(value) => onChange({ contactRequestsPerDay: Number(value) })}
      />
    </Stack>
  );
}

function HelpFields({ values, errors, onChange }: FieldsProps) {
  const t = useTranslations("admin.settings");
  return (
    <Stack gap="lg">
      <TextInput
        label={t("helpContact")}
        description={t("helpContactHelp")}
        maxLength={200}
        value={values.helpContact}
        error={errors.helpContact}
        onChange={(event) => onChange({ helpContact: event.currentTarget.value })}
      />
      <TextInput
        type="url"
        inputMode="url"
        label={t("downloadUrl")}
        description={t("downloadUrlHelp")}
        maxLength={500}
        value={values.downloadUrl}
        error={errors.downloadUrl}
        onChange={(event) => onChange({ downloadUrl: event.currentTarget.value })}
      />
    </Stack>
  );
}

function valuesOf({ idleMinutes, helpContact, downloadUrl, ...others }: AccountSettings): Values {
  return {
    ...others,
    idle: idleTimeOf(idleMinutes),
    helpContact: helpContact ?? "",
    downloadUrl: downloadUrl ?? "",
  };
}

function settingsOf({ idle, helpContact, downloadUrl, ...others }: Values): AccountSettings {
  return {
    ...others,
    idleMinutes: idleMinutesOf(idle),
    helpContact: helpContact.trim() || null,
    downloadUrl: downloadUrl.trim() || null,
  };
}
