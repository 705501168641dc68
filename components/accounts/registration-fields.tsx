"use client";

import { type FormEvent, type ReactNode, useState } from "react";
import styles from "./account-form.module.css";
import { FormField, PasswordField } from "./form-field.tsx";
import { useProposedUsername } from "./registration-username.ts";

/** What the fields are called and what stands under them. */
export type RegistrationFieldTexts = {
  readonly requiredMark: string;
  readonly organizationName: string;
  readonly website: string;
  readonly websiteHelp: string;
  readonly vatNumber: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly email: string;
  readonly emailHelp: string;
  readonly fixedEmailHelp: string;
  readonly username: string;
  readonly usernameHelp: string;
  readonly usernameEmpty: string;
  readonly password: string;
  readonly passwordRule: string;
  readonly repeat: string;
  readonly showPassword: string;
  readonly hidePassword: string;
};

type Props = {
  readonly kind: "personal" | "organization";
  readonly fixedEmail?: string;
  readonly errors: Readonly<Record<string, string>>;
  readonly texts: RegistrationFieldTexts;
};

/** The fields of a registration; those that have to be filled in carry an asterisk. ACC-04, GAP-022 */
export function RegistrationFields({ kind, fixedEmail, errors, texts }: Props) {
  return (
    <>
      {kind === "organization" ? <OrganizationFields errors={errors} texts={texts} /> : null}
      <NameFields errors={errors} texts={texts} isFirst={kind === "personal"}>
        <FormField
          name="email"
          type="email"
          label={texts.email}
          mark={fixedEmail === undefined ? texts.requiredMark : undefined}
          help={fixedEmail === undefined ? texts.emailHelp : texts.fixedEmailHelp}
          error={errors.email}
          autoComplete="email"
          autoCapitalize="none"
          spellCheck={false}
          {...(fixedEmail === undefined ? {} : { value: fixedEmail, readOnly: true })}
        />
      </NameFields>
      <PasswordField
        name="password"
        label={texts.password}
        mark={texts.requiredMark}
        help={errors.password ? undefined : texts.passwordRule}
        error={errors.password}
        autoComplete="new-password"
        texts={texts}
      />
      <PasswordField
        name="repeat"
        label={texts.repeat}
        mark={texts.requiredMark}
        error={errors.repeat}
        autoComplete="new-password"
        texts={texts}
      />
    </>
  );
}

type PartProps = Pick<Props, "errors" | "texts">;

function OrganizationFields({ errors, texts }: PartProps) {
  return (
    <>
      <FormField
        name="organizationName"
        label={texts.organizationName}
        mark={texts.requiredMark}
        error={errors.organizationName}
        autoComplete="organization"
        autoFocus
      />
      <div className={styles.pair}>
        <FormField
          name="website"
          label={texts.website}
          help={texts.websiteHelp}
          error={errors.website}
          autoComplete="url"
          autoCapitalize="none"
          spellCheck={false}
          isOptional
        />
        <FormField
          name="vatNumber"
          label={texts.vatNumber}
          error={errors.vatNumber}
          autoComplete="off"
          spellCheck={false}
          isOptional
        />
      </div>
    </>
  );
}

/** The two names, the address between, and the user name that is made of the names. ACC-06, ACC-07, GAP-023 */
function NameFields({
  errors,
  texts,
  isFirst,
  children,
}: PartProps & { readonly isFirst: boolean; readonly children: ReactNode }) {
  const [names, setNames] = useState({ firstName: "", lastName: "" });
  const username = useProposedUsername(names);
  const handleName = (event: FormEvent<HTMLInputElement>) => {
    const { name, value } = event.currentTarget;
    setNames((before) => ({ ...before, [name]: value }));
  };
  return (
    <>
      <div className={styles.pair}>
        <FormField
          name="firstName"
          label={texts.firstName}
          mark={texts.requiredMark}
          error={errors.firstName}
          autoComplete="given-name"
          onChange={handleName}
          autoFocus={isFirst}
        />
        <FormField
          name="lastName"
          label={texts.lastName}
          mark={texts.requiredMark}
          error={errors.lastName}
          autoComplete="family-name"
          onChange={handleName}
        />
      </div>
      {children}
      <FormField
        name="username"
        label={texts.username}
        help={texts.usernameHelp}
        placeholder={texts.usernameEmpty}
        value={username}
        autoComplete="username"
        readOnly
        isOptional
      />
    </>
  );
}
