import { z } from "zod";
import { LockoutSettings } from "#lib/accounts/lockout/schema";
import { Username } from "#lib/accounts/schema";
import { AccountSettings } from "#lib/accounts/settings/schema";
import { SignedInView } from "#lib/accounts/sign-in/schema";
import { defineEndpoint, Nothing } from "#lib/shared/endpoint";
import { OrganizationId, PersonId } from "#lib/shared/ids";
import {
  AdministeredPerson,
  HandedOutPassword,
  NamesForUsername,
  NewPerson,
  OrganizationSearch,
  OrganizationsPage,
  PeoplePage,
  PeopleSearch,
  Setup,
} from "./schema.ts";

const OnePerson = z.strictObject({ personId: PersonId });

export const setUp = defineEndpoint({
  method: "POST",
  path: "/api/v1/setup",
  input: Setup,
  output: SignedInView,
  audience: "anyone",
  summary:
    "Makes the first server administrator and the first organization, once, with the link that the start printed.",
  errors: ["invalid_input", "not_found"],
  limits: [{ per: "address", times: 30, seconds: 300 }],
});

export const listPeople = defineEndpoint({
  method: "GET",
  path: "/api/v1/admin/people",
  input: PeopleSearch,
  output: PeoplePage,
  audience: "administrator",
  summary: "Everybody with an account, by name, page by page.",
  errors: ["invalid_input", "not_found"],
});

export const getPerson = defineEndpoint({
  method: "GET",
  path: "/api/v1/admin/people/{personId}",
  input: OnePerson,
  output: AdministeredPerson,
  audience: "administrator",
  summary: "One person with account state, licence and lock.",
  errors: ["not_found"],
});

export const createPerson = defineEndpoint({
  method: "POST",
  path: "/api/v1/admin/people",
  input: NewPerson,
  output: HandedOutPassword,
  audience: "administrator",
  summary:
    "Opens an account and answers once with a temporary password, to be replaced at the first sign-in.",
  errors: ["invalid_input", "not_found", "conflict"],
  answersSecret: true,
});

export const suggestUsername = defineEndpoint({
  method: "GET",
  path: "/api/v1/admin/username-suggestion",
  input: NamesForUsername,
  output: z.object({ username: Username }),
  audience: "administrator",
  summary: "A user name made of the two names that nobody has yet.",
  errors: ["invalid_input", "not_found"],
});

export const unlockPerson = defineEndpoint({
  method: "POST",
  path: "/api/v1/admin/people/{personId}/unlock",
  input: OnePerson,
  output: AdministeredPerson,
  audience: "administrator",
  summary: "Opens an account that is locked after wrong passwords, before its period is over.",
  errors: ["not_found"],
});

export const disablePerson = defineEndpoint({
  method: "POST",
  path: "/api/v1/admin/people/{personId}/disable",
  input: OnePerson,
  output: AdministeredPerson,
  audience: "administrator",
  summary: "Closes an account and ends its sign-in sessions at once.",
  errors: ["not_found", "conflict"],
});

export const enablePerson = defineEndpoint({
  method: "POST",
  path: "/api/v1/admin/people/{personId}/enable",
  input: OnePerson,
  output: AdministeredPerson,
  audience: "administrator",
  summary: "Opens a closed account again.",
  errors: ["not_found"],
});

export const resetPassword = defineEndpoint({
  method: "POST",
  path: "/api/v1/admin/people/{personId}/password-reset",
  input: OnePerson,
  output: HandedOutPassword,
  audience: "administrator",
  summary: "Gives a temporary password, answered once, and ends the person's sign-in sessions.",
  errors: ["not_found", "conflict"],
  answersSecret: true,
});

export const changeLicence = defineEndpoint({
  method: "PUT",
  path: "/api/v1/admin/people/{personId}/licence",
  input: OnePerson.extend({ kind: z.enum(["none", "permanent"]) }),
  output: AdministeredPerson,
  audience: "administrator",
  summary: "Gives a person the permanent PRO licence, or takes the licence away.",
  errors: ["invalid_input", "not_found"],
});

export const getLockoutSettings = defineEndpoint({
  method: "GET",
  path: "/api/v1/admin/lockout-settings",
  input: z.strictObject({}),
  output: LockoutSettings,
  audience: "administrator",
  summary: "When sign-in is blocked after wrong passwords, and for how long.",
  errors: ["not_found"],
});

export const changeLockoutSettings = defineEndpoint({
  method: "PUT",
  path: "/api/v1/admin/lockout-settings",
  input: LockoutSettings,
  output: LockoutSettings,
  audience: "administrator",
  summary: "Sets after how many wrong passwords in a row sign-in is blocked, and for how long.",
  errors: ["invalid_input", "not_found"],
});

export const resetSecondFactor = defineEndpoint({
  method: "POST",
  path: "/api/v1/admin/people/{personId}/second-factor-reset",
  input: OnePerson,
  output: AdministeredPerson,
  audience: "administrator",
  summary: "Switches the second factor off for somebody who lost it, and tells the person by mail.",
  errors: ["not_found"],
});

export const getAccountSettings = defineEndpoint({
  method: "GET",
  path: "/api/v1/admin/account-settings",
  input: z.strictObject({}),
  output: AccountSettings,
  audience: "administrator",
  summary: "Who may register, what people may change of their accounts, and whom they may ask.",
  errors: ["not_found"],
});

export const changeAccountSettings = defineEndpoint({
  method: "PUT",
  path: "/api/v1/admin/account-settings",
  input: AccountSettings,
  output: AccountSettings,
  audience: "administrator",
  summary: "Sets who may register and what people may change; it holds from everybody's next request on.",
  errors: ["invalid_input", "not_found"],
});

export const listOrganizations = defineEndpoint({
  method: "GET",
  path: "/api/v1/admin/organizations",
  input: OrganizationSearch,
  output: OrganizationsPage,
  audience: "administrator",
  summary: "Every organization with the number of its members, by name, page by page.",
  errors: ["invalid_input", "not_found"],
});

export const dissolveOrganization = defineEndpoint({
  method: "DELETE",
  path: "/api/v1/admin/organizations/{organizationId}",
  input: z.strictObject({ organizationId: OrganizationId }),
  output: Nothing,
  audience: "administrator",
  summary: "Dissolves an organization for good; its members keep their accounts and become individuals.",
  errors: ["not_found"],
});
