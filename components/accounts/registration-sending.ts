import type { Entries } from "#lib/accounts/registration/entry-problems";
import type { Registering } from "./registration-form.tsx";

/** Which mailed link led to the registration. */
export type LinkKind = "contact-request" | "invitation";

/** Registers an individual account. */
export async function sendPersonal(registering: Registering): Promise<void> {
  const [{ call }, { registerAccount }] = await Promise.all([
    import("#lib/door/call"),
    import("#lib/accounts/registration/endpoints"),
  ]);
  await call(registerAccount, { ...personOf(registering), email: entry(registering.entries, "email") });
}

/** Registers an organization together with the account that manages it. ACC-25 */
export async function sendOrganization(registering: Registering): Promise<void> {
  const [{ call }, { registerOrganization }] = await Promise.all([
    import("#lib/door/call"),
    import("#lib/organizations/registration/endpoints"),
  ]);
  const { entries } = registering;
  await call(registerOrganization, {
    ...personOf(registering),
    email: entry(entries, "email"),
    organizationName: entry(entries, "organizationName"),
    website: webAddress(entry(entries, "website")),
    vatNumber: entry(entries, "vatNumber").trim() || undefined,
  });
}

/** Registers an account for the address that a mailed link went to. RFC-28, ORG-36 */
export async function sendByLink(
  registering: Registering,
  link: { readonly kind: LinkKind; readonly secret: string },
): Promise<void> {
  const [{ call }, { registerByContactRequest }, { registerByInvitation }] = await Promise.all([
    import("#lib/door/call"),
    import("#lib/contacts/endpoints"),
    import("#lib/organizations/invitations/endpoints"),
  ]);
  const input = { ...personOf(registering), secret: link.secret };
  await (link.kind === "contact-request"
    ? call(registerByContactRequest, input)
    : call(registerByInvitation, input));
}

function personOf({ entries, timeZone, locale }: Registering) {
  return {
    firstName: entry(entries, "firstName"),
    lastName: entry(entries, "lastName"),
    password: entry(entries, "password"),
    timeZone,
    locale,
  };
}

function entry(entries: Entries, name: string): string {
  return entries[name] ?? "";
}

/** People leave out the scheme; nothing when there is nothing. */
function webAddress(typed: string): string | undefined {
  const address = typed.trim();
  if (address === "") return undefined;
  return /^[a-z][a-z0-9+.-]*:/i.test(address) ? address : `https://${address}`;
}
