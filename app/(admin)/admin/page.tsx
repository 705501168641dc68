import { redirect } from "next/navigation";
import { administratorContext } from "#lib/door/signed-in";

export default async function ControlPanelPage() {
  await administratorContext();
  redirect("/admin/people");
}
