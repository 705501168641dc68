import type { ReactNode } from "react";
import { DirectoryFrame } from "#components/shell/directory/directory-frame";
import { signedInContext } from "#lib/door/signed-in";
import { directoryEntries } from "../../../components/shell/directory/entries.ts";

export default async function DirectoryLayout({ children }: { readonly children: ReactNode }) {
  const { actor } = await signedInContext();
  return <DirectoryFrame entries={directoryEntries(actor)}>{children}</DirectoryFrame>;
}
