import { signInSocket } from "#lib/door/realtime-authorization";

export const POST = signInSocket;
