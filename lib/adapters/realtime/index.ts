import "server-only";
import { configuration } from "../configuration.ts";
import { log } from "../log.ts";
import type { RealtimeSettings } from "./browser.ts";
import type { Realtime } from "./port.ts";
import { createPusherRealtime } from "./pusher.ts";

let current: Realtime | undefined;

/** The realtime service of this process: our own server or another of the same protocol, by configuration. */
export function realtime(): Realtime {
  current ??= createPusherRealtime(configuration().realtime, (cause) => {
    log().warn({ err: cause }, "a push was lost, and others may be until the realtime service answers");
  });
  return current;
}

/** What a page needs to connect. The embedded server answers at the page's own origin, hence no host. */
export function realtimeSettings(): RealtimeSettings {
  const { key, host, port, usesTls, cluster, isEmbedded } = configuration().realtime;
  return isEmbedded ? { key } : { key, host, port, usesTls, cluster };
}
