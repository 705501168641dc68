import { z } from "zod";
import { defineEndpoint, Nothing } from "#lib/shared/endpoint";
import { AvatarQuestion, AvatarView, maxAvatarBytes, NewAvatar } from "./schema.ts";

export const uploadAvatar = defineEndpoint({
  method: "PUT",
  path: "/api/v1/profile/avatar",
  input: NewAvatar,
  output: AvatarView,
  audience: "signedIn",
  summary:
    "Makes a PNG, JPEG or WebP of at most 5 MB, sent as the body, your picture: cut to the square and drawn anew.",
  errors: ["invalid_input", "not_signed_in", "limit_reached"],
  limits: [{ per: "person", times: 30, seconds: 600 }],
  upload: { field: "picture", maxBytes: maxAvatarBytes },
});

export const deleteAvatar = defineEndpoint({
  method: "DELETE",
  path: "/api/v1/profile/avatar",
  input: z.strictObject({}),
  output: Nothing,
  audience: "signedIn",
  summary: "Removes your picture; without one it does nothing.",
  errors: ["not_signed_in"],
});

export const getAvatar = defineEndpoint({
  method: "GET",
  path: "/api/v1/avatars/{avatarId}",
  input: AvatarQuestion,
  output: z.instanceof(Blob),
  audience: "signedIn",
  summary: "Somebody's picture, 512 pixels on each side.",
  errors: ["not_signed_in", "not_found"],
  file: { mediaType: "image/webp" },
});
