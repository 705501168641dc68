import { z } from "zod";
import { defineEndpoint } from "#lib/shared/endpoint";
import { ColleagueSearch, ColleagueView } from "./schema.ts";

export const listColleagues = defineEndpoint({
  method: "GET",
  path: "/api/v1/people",
  input: ColleagueSearch,
  output: z.object({ people: z.array(ColleagueView) }),
  audience: "signedIn",
  summary: "Finds active people of your own organization by name, user name or e-mail address.",
  errors: ["not_signed_in", "invalid_input"],
});
