/** Where the portal under test runs; `global-portal.ts` fills it in before the first journey. */
export type PortalUnderTest = {
  readonly origin: string;
  readonly databaseUrl: string;
  readonly mailFolder: string;
  /** Data folder, with the secrets a test needs to forge something. */
  readonly dataFolder: string;
};

const variable = "ATRIUM_PORTAL_UNDER_TEST";

export function announcePortal(portalUnderTest: PortalUnderTest): void {
  process.env[variable] = JSON.stringify(portalUnderTest);
}

export function portal(): PortalUnderTest {
  const value = process.env[variable];
  if (!value) throw new Error("the journeys need the portal that global-portal.ts starts");
  return JSON.parse(value);
}
