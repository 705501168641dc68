import { redirect } from "next/navigation";
import { GuestPage } from "#components/accounts/guest-page";
import { requestContext } from "#lib/door/request-context";

export default async function FrontDoor() {
  const { actor } = await requestContext();
  if (actor.kind === "person") redirect("/home");
  return <GuestPage />;
}
