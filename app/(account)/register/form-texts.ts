import { getTranslations } from "next-intl/server";
import type { RegistrationTexts } from "#components/accounts/registration-form";

/** What the registration form says, in the reader's language. */
export async function registrationTexts(min: number): Promise<RegistrationTexts> {
  const [t, form, why] = await Promise.all([
    getTranslations("registration"),
    getTranslations("accounts.form"),
    getTranslations("refusals.fields"),
  ]);
  return {
    requiredNote: t("requiredNote"),
    requiredMark: t("form.requiredMark"),
    organizationName: t("form.organizationName"),
    website: t("form.website"),
    websiteHelp: t("form.websiteHelp"),
    vatNumber: t("form.vatNumber"),
    firstName: t("form.firstName"),
    lastName: t("form.lastName"),
    email: t("form.email"),
    emailHelp: t("form.emailHelp"),
    fixedEmailHelp: t("form.fixedEmailHelp"),
    username: t("form.username"),
    usernameHelp: t("form.usernameHelp"),
    usernameEmpty: t("form.usernameEmpty"),
    password: t("form.password"),
    passwordRule: t("form.passwordRule", { min }),
    repeat: t("form.repeat"),
    action: t("form.action"),
    sending: t("form.sending"),
    showPassword: form("showPassword"),
    hidePassword: form("hidePassword"),
    offline: form("offline"),
    failed: form("failed"),
    problems: {
      required: why("required"),
      notAnEmail: why("notAnEmail"),
      blankInEmail: why("blankInEmail"),
      tooShort: why("tooShort", { min }),
      passwordIsName: why("passwordIsName"),
      repeatDiffers: t("form.repeatDiffers"),
    },
  };
}
