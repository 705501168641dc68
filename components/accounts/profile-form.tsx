"use client";

import { Alert, Button, Group, Stack, TextInput } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type FormEvent, useRef, useState } from "react";
import { sentenceOf, useSubmit } from "#components/ui/use-submit";
import { changeProfile } from "#lib/accounts/profile/endpoints";
import type { ProfileChange, ProfileView } from "#lib/accounts/profile/schema";
import { call } from "#lib/door/call";
import { useFirstErrorFocus } from "../ui/use-first-error-focus.ts";
import { ProfileClosed } from "./profile-closed.tsx";
import styles from "./profile-form.module.css";
import { TimeZoneSelect } from "./time-zone-select.tsx";

type Props = {
  readonly profile: ProfileView;
  readonly timeZones: readonly string[];
  readonly helpContact: string | null;
};

const required = ["firstName", "lastName"] as const;
const optional = ["displayName", "phone", "company", "position"] as const;
type Field = (typeof required)[number] | (typeof optional)[number];
type Values = Readonly<Record<Field | "timeZone", string>>;

const completions: Readonly<Record<Field, string>> = {
  firstName: "given-name",
  lastName: "family-name",
  displayName: "nickname",
  phone: "tel",
  company: "organization",
  position: "organization-title",
};

/** Names, contact data and time zone of the own account. SET-04, GAP-078 */
export function ProfileForm({ profile, timeZones, helpContact }: Props) {
  const t = useTranslations("profile.personal");
  const words = useTranslations();
  const { values, change, save, isSubmitting, fieldErrors, problem, isDirty, attention } =
    useProfileForm(profile);
  const form = useRef<HTMLFormElement>(null);
  useFirstErrorFocus(form, attention);
  const isClosed = !profile.permits.editPersonalData;
  const field = (name: Field) => ({
    label: t(name),
    name,
    value: values[name],
    error: fieldErrors[name],
    readOnly: isClosed,
    autoComplete: completions[name],
    classNames: { input: styles.input },
    onChange: (event: FormEvent<HTMLInputElement>) => change({ [name]: event.currentTarget.value }),
  });
  const fullName = `${values.firstName} ${values.lastName}`.trim();
  return (
    <form ref={form} onSubmit={save} noValidate>
      <Stack gap="lg">
        {isClosed ? <ProfileClosed what="personalData" helpContact={helpContact} /> : null}
        {problem && problem.fields.length === 0 ? (
          <Alert color="coral">{sentenceOf(problem, words("shell.problem.offline"))}</Alert>
        ) : null}
        <div className={styles.pair}>
          {required.map((name) => (
            <TextInput key={name} {...field(name)} withAsterisk={!isClosed} required />
          ))}
        </div>
        <TextInput {...field("displayName")} description={t("displayNameHelp", { name: fullName })} />
        <TextInput {...field("phone")} type="tel" />
        <div className={styles.pair}>
          <TextInput {...field("company")} />
          <TextInput {...field("position")} />
        </div>
        <TimeZoneSelect
          label={t("timeZone")}
          description={t("timeZoneHelp")}
          value={values.timeZone}
          timeZones={timeZones}
          error={fieldErrors.timeZone}
          onChange={(timeZone) => change({ timeZone })}
        />
        <Group>
          <Button type="submit" loading={isSubmitting}>
            {words("common.save")}
          </Button>
          {isDirty ? <span className={styles.unsaved}>{t("unsaved")}</span> : null}
        </Group>
      </Stack>
    </form>
  );
}

function useProfileForm(profile: ProfileView) {
  const t = useTranslations("profile.personal");
  const router = useRouter();
  const [saved, setSaved] = useState(() => valuesOf(profile));
  const [values, setValues] = useState(saved);
  const [missing, setMissing] = useState<Readonly<Record<string, string>>>({});
  const [attention, setAttention] = useState(0);
  const { submit, isSubmitting, fieldErrors, problem } = useSubmit({ toastProblems: false });
  const changed = changesOf(saved, values);
  const save = async (event: FormEvent) => {
    event.preventDefault();
    const empty = required.filter((name) => values[name].trim() === "");
    setMissing(Object.fromEntries(empty.map((name) => [name, t("missing")])));
    const isDone =
      empty.length === 0 &&
      (await submit(async () => {
        const stored = valuesOf(await call(changeProfile, changed));
        setSaved(stored);
        setValues(stored);
        notifications.show({ message: t("saved") });
        // The name stands in the shell and in lists, too.
        router.refresh();
      }));
    if (!isDone) setAttention((before) => before + 1);
  };
  return {
    values,
    change: (part: Partial<Values>) => setValues((before) => ({ ...before, ...part })),
    save,
    isSubmitting,
    isDirty: Object.keys(changed).length > 0,
    fieldErrors: { ...fieldErrors, ...missing },
    problem,
    attention,
  };
}

function valuesOf(profile: ProfileView): Values {
  const { firstName, lastName, displayName, phone, company, position, timeZone } = profile;
  return {
    ...{ firstName, lastName, timeZone },
    displayName: displayName ?? "",
    phone: phone ?? "",
    company: company ?? "",
    position: position ?? "",
  };
}

/** Only what differs is sent, so that two open pages do not undo each other. */
function changesOf(saved: Values, values: Values): ProfileChange {
  const isChanged = (name: keyof Values) => values[name] !== saved[name];
  const texts = required.filter(isChanged).map((name) => [name, values[name]] as const);
  const empties = optional.filter(isChanged).map((name) => [name, values[name].trim() || null] as const);
  return {
    ...Object.fromEntries([...texts, ...empties]),
    ...(isChanged("timeZone") && { timeZone: values.timeZone }),
  };
}
