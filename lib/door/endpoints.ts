import "server-only";
import * as accounts from "#lib/accounts/endpoints";
import * as admin from "#lib/admin/endpoints";
import * as calendar from "#lib/calendar/endpoints";
import * as calls from "#lib/calls/endpoints";
import * as conferences from "#lib/conferences/endpoints";
import * as live from "#lib/live/endpoints";
import * as organizations from "#lib/organizations/endpoints";
import type { Endpoint } from "#lib/shared/endpoint";

const domains: readonly Readonly<Record<string, Endpoint>>[] = [
  accounts,
  organizations,
  conferences,
  calendar,
  live,
  calls,
  admin,
];

/** Every endpoint of the product by its name: for the API document and for the tests that go through all of them. */
export const endpoints: readonly (readonly [string, Endpoint])[] = domains.flatMap((domain) =>
  Object.entries(domain),
);
