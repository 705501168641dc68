import { authorizeChannel } from "#lib/door/realtime-authorization";

export const POST = authorizeChannel;
