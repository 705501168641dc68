import { redirect } from "next/navigation";
import { GuestPage } from "#components/accounts/guest-page";
import { getAccountSettings } from "#lib/accounts/settings/queries";
import { pageContext } from "#lib/door/request-context";

export default async function FrontDoor() {
  const context = await pageContext();
  if (context.actor.kind === "person") redirect("/home");
  const { registrationMode } = await getAccountSettings(context);
  return <GuestPage mayRegister={registrationMode === "OPEN"} />;
}
