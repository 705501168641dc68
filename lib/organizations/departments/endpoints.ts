import { z } from "zod";
import { defineEndpoint } from "#lib/shared/endpoint";
import { DepartmentId } from "#lib/shared/ids";
import { DepartmentFields, DepartmentView } from "./schema.ts";

const OneDepartment = z.strictObject({ departmentId: DepartmentId });

export const listDepartments = defineEndpoint({
  method: "GET",
  path: "/api/v1/departments",
  input: z.strictObject({}),
  output: z.object({ departments: z.array(DepartmentView) }),
  audience: "signedIn",
  summary: "The departments of your organization with how many users each has.",
  errors: ["not_signed_in", "not_found", "forbidden"],
});

export const addDepartment = defineEndpoint({
  method: "POST",
  path: "/api/v1/departments",
  input: DepartmentFields,
  output: DepartmentView,
  audience: "signedIn",
  summary: "Makes a department of your organization.",
  errors: ["not_signed_in", "invalid_input", "not_found", "forbidden"],
});

export const changeDepartment = defineEndpoint({
  method: "PUT",
  path: "/api/v1/departments/{departmentId}",
  input: DepartmentFields.extend(OneDepartment.shape),
  output: DepartmentView,
  audience: "signedIn",
  summary: "Changes name and description of a department.",
  errors: ["not_signed_in", "invalid_input", "not_found", "forbidden"],
});

export const deleteDepartment = defineEndpoint({
  method: "DELETE",
  path: "/api/v1/departments/{departmentId}",
  input: OneDepartment,
  output: z.object({ movedCount: z.int() }),
  audience: "signedIn",
  summary: "Deletes a department; its users stay members without a department.",
  errors: ["not_signed_in", "not_found", "forbidden"],
});
