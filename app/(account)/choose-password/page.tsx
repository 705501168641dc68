import type { Metadata } from "next";
import { ResetPasswordPage } from "#components/accounts/reset-password-page";
import { passwordLinkTexts } from "../password-link-texts.ts";

export async function generateMetadata(): Promise<Metadata> {
  const { title } = await passwordLinkTexts("first");
  return { title, robots: { index: false }, referrer: "no-referrer" };
}

export default async function ChoosePassword() {
  return <ResetPasswordPage kind="first" texts={await passwordLinkTexts("first")} />;
}
