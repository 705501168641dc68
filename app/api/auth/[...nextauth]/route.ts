import { handlers } from "#lib/door/auth";

export const { GET, POST } = handlers;
