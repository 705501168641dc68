import type { ReactNode } from "react";
import { AccountFrame } from "#components/accounts/account-frame";

export default function AccountLayout({ children }: { readonly children: ReactNode }) {
  return <AccountFrame>{children}</AccountFrame>;
}
