import { receiveMediaWebhook } from "#lib/door/media-webhook";

export const POST = receiveMediaWebhook;
