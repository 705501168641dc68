import { z } from "zod";
import { defineEndpoint, Nothing } from "#lib/shared/endpoint";
import { RoomChange, RoomDraft, RoomKey, RoomLine, RoomView } from "./schema.ts";

export const listRooms = defineEndpoint({
  method: "GET",
  path: "/api/v1/rooms",
  input: z.strictObject({}),
  output: z.array(RoomLine),
  audience: "signedIn",
  summary: "Lists the virtual rooms one owns or takes part in, the latest used first, with who is inside.",
  errors: ["not_signed_in"],
});

export const createRoom = defineEndpoint({
  method: "POST",
  path: "/api/v1/rooms",
  input: RoomDraft,
  output: RoomView,
  audience: "signedIn",
  summary: "Makes a virtual room and mails those it is open to.",
  errors: ["invalid_input", "not_signed_in", "forbidden", "limit_reached"],
  limits: [{ per: "person", times: 60, seconds: 3600 }],
});

export const getRoom = defineEndpoint({
  method: "GET",
  path: "/api/v1/rooms/{number}",
  input: RoomKey,
  output: RoomView,
  audience: "signedIn",
  summary: "Shows a virtual room that one owns or takes part in.",
  errors: ["not_signed_in", "not_found"],
});

export const changeRoom = defineEndpoint({
  method: "PUT",
  path: "/api/v1/rooms/{number}",
  input: RoomChange,
  output: RoomView,
  audience: "signedIn",
  summary: "Gives a virtual room other settings and people, and mails those who are new; owner only.",
  errors: ["invalid_input", "not_signed_in", "forbidden", "not_found", "conflict", "limit_reached"],
  limits: [{ per: "person", times: 120, seconds: 3600 }],
});

export const deleteRoom = defineEndpoint({
  method: "DELETE",
  path: "/api/v1/rooms/{number}",
  input: RoomKey,
  output: Nothing,
  audience: "signedIn",
  summary: "Deletes a virtual room for good; its ID is never used again. Owner only, refused while it runs.",
  errors: ["not_signed_in", "forbidden", "not_found", "conflict"],
});
