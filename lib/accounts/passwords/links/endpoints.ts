import { defineEndpoint, Nothing } from "#lib/shared/endpoint";
import { LinkedPassword, PasswordLink, PasswordLinkView, PasswordResetWish } from "../schema.ts";

const hour = 60 * 60;

export const requestPasswordReset = defineEndpoint({
  method: "POST",
  path: "/api/v1/password-resets",
  input: PasswordResetWish,
  output: Nothing,
  audience: "anyone",
  summary: "Mails a link to choose a new password if there is such an account; answers the same if not.",
  errors: ["invalid_input", "forbidden", "limit_reached"],
  limits: [
    { per: "address", times: 30, seconds: hour },
    { per: { field: "name" }, times: 5, seconds: hour },
  ],
});

export const readPasswordLink = defineEndpoint({
  method: "POST",
  path: "/api/v1/password-links",
  input: PasswordLink,
  output: PasswordLinkView,
  audience: "anyone",
  summary: "Whether a mailed link to choose a password still works; reading it uses nothing up.",
  errors: ["invalid_input", "forbidden", "not_found", "limit_reached"],
  limits: [{ per: "address", times: 60, seconds: 10 * 60 }],
});

export const choosePasswordByLink = defineEndpoint({
  method: "POST",
  path: "/api/v1/password-links/passwords",
  input: LinkedPassword,
  output: Nothing,
  audience: "anyone",
  summary: "Chooses a password by the link of a mail and ends all sign-in sessions; signs nobody in.",
  errors: ["invalid_input", "forbidden", "not_found", "limit_reached"],
  limits: [{ per: "address", times: 60, seconds: 10 * 60 }],
});
