"use client";

import { RegistrationForm, type RegistrationTexts } from "./registration-form.tsx";
import { sendOrganization, sendPersonal } from "./registration-sending.ts";

type Props = { readonly minPasswordLength: number; readonly texts: RegistrationTexts };

/** The form of an individual account. ACC-03 */
export function PersonalRegistration(props: Props) {
  return <RegistrationForm kind="personal" {...props} onRegister={sendPersonal} />;
}

/** The form of an organization with its manager. ACC-03, ACC-25 */
export function OrganizationRegistration(props: Props) {
  return <RegistrationForm kind="organization" {...props} onRegister={sendOrganization} />;
}
