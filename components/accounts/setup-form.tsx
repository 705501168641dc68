"use client";

import { type ChangeEvent, type FormEvent, useState } from "react";
import { usernameFrom } from "#lib/accounts/username";
import styles from "./account-form.module.css";
import { FormField, PasswordField } from "./form-field.tsx";
import { SubmitButton } from "./submit-button.tsx";
import { type FormTexts, typed, useSending } from "./use-sending.ts";

type Texts = FormTexts & {
  readonly organization: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly email: string;
  readonly username: string;
  readonly usernameHelp: string;
  readonly password: string;
  readonly passwordRule: string;
  readonly action: string;
  readonly sending: string;
};

/** Makes the first administrator and the first organization. GAP-115 */
export function SetupForm({ token, texts }: { readonly token: string; readonly texts: Texts }) {
  const { isSending, refusal, send } = useSending(texts);
  const { fields } = refusal;
  const { username, handleName, handleUsername } = useUsername();
  const handleSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const entries = new FormData(event.currentTarget);
    void send(async () => {
      await sendSetup(token, entries);
      window.location.replace("/home");
    });
  };
  return (
    <form method="post" className={styles.form} onSubmit={handleSubmit} noValidate>
      {refusal.message || fields.token ? (
        <p className={styles.refusal} role="alert">
          {refusal.message ?? fields.token}
        </p>
      ) : null}
      <FormField
        name="organizationName"
        label={texts.organization}
        error={fields.organizationName}
        autoComplete="organization"
        autoFocus
      />
      <div className={styles.pair}>
        <FormField
          name="firstName"
          label={texts.firstName}
          error={fields.firstName}
          autoComplete="given-name"
          onChange={handleName}
        />
        <FormField
          name="lastName"
          label={texts.lastName}
          error={fields.lastName}
          autoComplete="family-name"
          onChange={handleName}
        />
      </div>
      <FormField name="email" type="email" label={texts.email} error={fields.email} autoComplete="email" />
      <FormField
        name="username"
        label={texts.username}
        help={texts.usernameHelp}
        error={fields.username}
        value={username}
        onChange={handleUsername}
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
      />
      <PasswordField
        name="password"
        label={texts.password}
        help={texts.passwordRule}
        error={fields.password}
        autoComplete="new-password"
        texts={texts}
      />
      <SubmitButton isSending={isSending} texts={texts} />
    </form>
  );
}

/** The user name follows the two names until somebody writes it by hand. GAP-023 */
function useUsername() {
  const [own, setOwn] = useState<string>();
  const [made, setMade] = useState("");
  const handleName = (event: ChangeEvent<HTMLInputElement>) => {
    const entries = new FormData(event.currentTarget.form ?? undefined);
    const [firstName, lastName] = [typed(entries, "firstName"), typed(entries, "lastName")];
    setMade(firstName.trim() && lastName.trim() ? usernameFrom(firstName, lastName) : "");
  };
  const handleUsername = (event: ChangeEvent<HTMLInputElement>) => setOwn(event.currentTarget.value);
  return { username: own ?? made, handleName, handleUsername };
}

async function sendSetup(token: string, entries: FormData): Promise<void> {
  const [{ call }, { setUp }, { isTimeZone }] = await Promise.all([
    import("#lib/door/call"),
    import("#lib/admin/endpoints"),
    import("#lib/shared/time"),
  ]);
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  await call(setUp, {
    token,
    organizationName: typed(entries, "organizationName"),
    firstName: typed(entries, "firstName"),
    lastName: typed(entries, "lastName"),
    email: typed(entries, "email"),
    username: typed(entries, "username") || undefined,
    password: typed(entries, "password"),
    timeZone: isTimeZone(timeZone) ? timeZone : undefined,
  });
}
