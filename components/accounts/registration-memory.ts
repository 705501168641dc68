const key = "atrium.registered";

/** Keeps the address for the confirmation page in this tab only, so that it stands in no address and survives a reload. */
export function keepRegistered(email: string): void {
  sessionStorage.setItem(key, email);
}

/** The address that was registered in this tab last; empty when there is none. */
export function registeredAddress(): string {
  return sessionStorage.getItem(key) ?? "";
}
