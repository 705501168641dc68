import { z } from "zod";
import { PersonName, Username } from "#lib/accounts/schema";
import { defineEndpoint, Nothing } from "#lib/shared/endpoint";
import { DepartmentId, PersonId } from "#lib/shared/ids";
import { ImportReport, MemberImport } from "../imports/schema.ts";
import {
  ChosenMembers,
  MemberChange,
  MemberFilter,
  MemberSearch,
  MembersPage,
  MemberView,
  NewMember,
  NewMemberView,
} from "./schema.ts";

const OneMember = z.strictObject({ personId: PersonId });

export const listMembers = defineEndpoint({
  method: "GET",
  path: "/api/v1/members",
  input: MemberSearch,
  output: MembersPage,
  audience: "signedIn",
  summary: "The users of your organization, page by page.",
  errors: ["not_signed_in", "invalid_input", "not_found"],
});

export const exportMembers = defineEndpoint({
  method: "GET",
  path: "/api/v1/members/export",
  input: MemberFilter,
  output: z.string(),
  audience: "signedIn",
  summary: "The users of your organization as a table with commas (RFC 4180).",
  errors: ["not_signed_in", "invalid_input", "not_found", "forbidden"],
  file: { mediaType: "text/csv; charset=utf-8", name: "users.csv" },
});

export const importMembers = defineEndpoint({
  method: "POST",
  path: "/api/v1/members/import",
  input: MemberImport,
  output: ImportReport,
  audience: "signedIn",
  summary:
    "Makes accounts for new people and invites those who have one; each line for itself, or only tries.",
  errors: ["not_signed_in", "invalid_input", "not_found", "forbidden", "limit_reached"],
  limits: [{ per: "person", times: 120, seconds: 3600 }],
});

export const createMember = defineEndpoint({
  method: "POST",
  path: "/api/v1/members",
  input: NewMember,
  output: NewMemberView,
  audience: "signedIn",
  summary: "Opens an account as a member of your organization and mails how to get in.",
  errors: ["not_signed_in", "invalid_input", "not_found", "forbidden", "conflict", "limit_reached"],
  limits: [{ per: "person", times: 200, seconds: 3600 }],
  answersSecret: true,
});

export const suggestMemberUsername = defineEndpoint({
  method: "GET",
  path: "/api/v1/members/username-suggestion",
  input: z.strictObject({ firstName: PersonName, lastName: PersonName }),
  output: z.object({ username: Username }),
  audience: "signedIn",
  summary: "A user name made of the two names that nobody has yet, for organization admins.",
  errors: ["not_signed_in", "invalid_input", "not_found", "forbidden"],
});

export const sendCredentials = defineEndpoint({
  method: "POST",
  path: "/api/v1/members/{personId}/credentials",
  input: OneMember,
  output: Nothing,
  audience: "signedIn",
  summary: "Mails a new user once more how to get in; the link of the earlier mail is dead.",
  errors: ["not_signed_in", "not_found", "forbidden", "conflict", "limit_reached"],
  limits: [{ per: "person", times: 60, seconds: 3600 }],
});

export const changeMember = defineEndpoint({
  method: "PATCH",
  path: "/api/v1/members/{personId}",
  input: MemberChange,
  output: MemberView,
  audience: "signedIn",
  summary: "Changes role or department of a member of your organization.",
  errors: ["not_signed_in", "invalid_input", "not_found", "forbidden", "conflict"],
});

export const removeMember = defineEndpoint({
  method: "DELETE",
  path: "/api/v1/members/{personId}",
  input: OneMember,
  output: Nothing,
  audience: "signedIn",
  summary: "Ends a membership; the account stays as an individual account.",
  errors: ["not_signed_in", "not_found", "forbidden", "conflict"],
});

export const moveMembers = defineEndpoint({
  method: "POST",
  path: "/api/v1/members/moves",
  input: ChosenMembers.extend({ departmentId: DepartmentId.nullable() }),
  output: z.object({ movedCount: z.int() }),
  audience: "signedIn",
  summary: "Puts several members of your organization into one department, or into none.",
  errors: ["not_signed_in", "invalid_input", "not_found", "forbidden"],
});

export const removeMembers = defineEndpoint({
  method: "POST",
  path: "/api/v1/members/removals",
  input: ChosenMembers,
  output: z.object({ removedCount: z.int() }),
  audience: "signedIn",
  summary: "Ends several memberships at once, all or none.",
  errors: ["not_signed_in", "invalid_input", "not_found", "forbidden", "conflict"],
});
