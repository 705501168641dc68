import { defineEndpoint } from "#lib/shared/endpoint";
import { CallRecordDetailView, CallRecordInput, CallRecordsInput, CallRecordsView } from "./schema.ts";

export const listCallRecords = defineEndpoint({
  method: "GET",
  path: "/api/v1/call-records",
  input: CallRecordsInput,
  output: CallRecordsView,
  audience: "signedIn",
  summary: "Lists the caller's own calls, conferences and conference invitations, newest first.",
  errors: ["invalid_input"],
});

export const getCallRecord = defineEndpoint({
  method: "GET",
  path: "/api/v1/call-records/{callRecordId}",
  input: CallRecordInput,
  output: CallRecordDetailView,
  audience: "signedIn",
  summary: "Tells the main information about one line of the caller's own history.",
  errors: ["not_found"],
});
