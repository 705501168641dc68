"use client";

import { IconLogout } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { useSignOut } from "../use-sign-out.ts";

/** Signs out of everything at once, without a question. SIG-35, DIR-08 */
export function SignOutButton({
  className,
  children,
}: {
  readonly className?: string;
  readonly children: ReactNode;
}) {
  const signOut = useSignOut();
  return (
    <button type="button" className={className} onClick={signOut}>
      <IconLogout size={18} stroke={1.5} aria-hidden />
      {children}
    </button>
  );
}
