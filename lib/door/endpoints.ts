import "server-only";
import * as avatar from "#lib/accounts/avatar/endpoints";
import * as emailChange from "#lib/accounts/email-change/endpoints";
import * as accounts from "#lib/accounts/endpoints";
import * as passwordLinks from "#lib/accounts/passwords/links/endpoints";
import * as profile from "#lib/accounts/profile/endpoints";
import * as registration from "#lib/accounts/registration/endpoints";
import * as secondFactor from "#lib/accounts/second-factor/endpoints";
import * as sessions from "#lib/accounts/sessions/endpoints";
import * as terms from "#lib/accounts/terms/endpoints";
import * as admin from "#lib/admin/endpoints";
import * as calendar from "#lib/calendar/endpoints";
import * as calls from "#lib/calls/endpoints";
import * as adHoc from "#lib/conferences/ad-hoc/endpoints";
import * as conferences from "#lib/conferences/endpoints";
import * as rooms from "#lib/conferences/rooms/endpoints";
import * as contacts from "#lib/contacts/endpoints";
import * as joining from "#lib/contacts/joining/endpoints";
import * as live from "#lib/live/endpoints";
import * as departments from "#lib/organizations/departments/endpoints";
import * as organizations from "#lib/organizations/endpoints";
import * as invitations from "#lib/organizations/invitations/endpoints";
import * as members from "#lib/organizations/members/endpoints";
import * as organizationRegistration from "#lib/organizations/registration/endpoints";
import type { Endpoint } from "#lib/shared/endpoint";

const domains: readonly Readonly<Record<string, Endpoint>>[] = [
  accounts,
  terms,
  secondFactor,
  sessions,
  passwordLinks,
  profile,
  avatar,
  emailChange,
  registration,
  organizations,
  departments,
  members,
  invitations,
  contacts,
  joining,
  organizationRegistration,
  conferences,
  rooms,
  adHoc,
  calendar,
  live,
  calls,
  admin,
];

/** Every endpoint of the product by its name: for the API document and for the tests that go through all of them. */
export const endpoints: readonly (readonly [string, Endpoint])[] = domains.flatMap((domain) =>
  Object.entries(domain),
);
