import { z } from "zod";
import { defineEndpoint } from "#lib/shared/endpoint";
import { ProjectSubscriptionInput, ProjectSubscriptionView } from "./projects/schema.ts";
import { OrganizationFields, OrganizationView } from "./schema.ts";

export const upgradeAccount = defineEndpoint({
  method: "POST",
  path: "/api/v1/organization",
  input: OrganizationFields,
  output: OrganizationView,
  audience: "signedIn",
  summary: "Makes your individual account an organization account, with you as the organization's admin.",
  errors: ["not_signed_in", "invalid_input", "conflict"],
  limits: [{ per: "person", times: 10, seconds: 3600 }],
});

export const getOrganization = defineEndpoint({
  method: "GET",
  path: "/api/v1/organization",
  input: z.strictObject({}),
  output: OrganizationView,
  audience: "signedIn",
  summary: "The main information of your organization.",
  errors: ["not_signed_in", "not_found"],
});

export const changeOrganization = defineEndpoint({
  method: "PUT",
  path: "/api/v1/organization",
  input: OrganizationFields,
  output: OrganizationView,
  audience: "signedIn",
  summary: "Changes the main information of your organization.",
  errors: ["not_signed_in", "invalid_input", "not_found", "forbidden"],
});

export const getProjectSubscription = defineEndpoint({
  method: "GET",
  path: "/api/v1/project-subscription",
  input: z.strictObject({}),
  output: ProjectSubscriptionView,
  audience: "signedIn",
  summary: "Whether your organization subscribed to the project application, and under which name.",
  errors: ["not_signed_in", "not_found"],
});

export const subscribeForProject = defineEndpoint({
  method: "POST",
  path: "/api/v1/project-subscription",
  input: ProjectSubscriptionInput,
  output: ProjectSubscriptionView,
  audience: "signedIn",
  summary: "Subscribes your organization to the project application, once.",
  errors: ["not_signed_in", "invalid_input", "not_found", "conflict"],
});
