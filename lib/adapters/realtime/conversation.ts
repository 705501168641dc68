import "server-only";
import { z } from "zod";
import type { ChannelRegister, Listener, PresenceMember } from "./channel-register.ts";
import { frame, isChannelName, isGuarded, isPresence, isSigned, limits } from "./protocol.ts";

const userData = z.object({ id: z.string().min(1).max(128) });
const memberData = z.object({ user_id: z.string().min(1).max(128), user_info: z.unknown() });
const subscription = z.object({
  channel: z.string(),
  auth: z.string().optional(),
  channel_data: z.string().optional(),
});
const message = z.discriminatedUnion("event", [
  z.object({ event: z.literal("pusher:ping") }),
  z.object({ event: z.literal("pusher:pong") }),
  z.object({ event: z.literal("pusher:subscribe"), data: subscription }),
  z.object({ event: z.literal("pusher:unsubscribe"), data: z.object({ channel: z.string() }) }),
  z.object({
    event: z.literal("pusher:signin"),
    data: z.object({ auth: z.string(), user_data: z.string() }),
  }),
]);

type Subscription = z.infer<typeof subscription>;

/** What the pages of one app may say to the server, and what they hear back. */
export function conversation(app: { key: string; secret: string }, register: ChannelRegister) {
  function subscribe(listener: Listener, request: Subscription): void {
    const { channel } = request;
    if (listener.channels.has(channel)) return;
    const refusal = refusalOf(listener, request);
    if (refusal) {
      const data = { type: refusal.status === 401 ? "AuthError" : "LimitReached", ...refusal };
      listener.deliver(frame("pusher:subscription_error", data, channel));
      return;
    }
    const member = isPresence(channel) ? parseJson(memberData, request.channel_data) : null;
    const isNew = register.join(listener, channel, member);
    const present = member ? presence(register.members(channel)) : {};
    listener.deliver(frame("pusher_internal:subscription_succeeded", present, channel));
    if (isNew)
      register.broadcast(channel, frame("pusher_internal:member_added", member, channel), listener.id);
  }

  function refusalOf(listener: Listener, { channel, auth = "", channel_data }: Subscription) {
    if (listener.personId !== null && channel === `#server-to-user-${listener.personId}`) return null;
    if (!isChannelName(channel)) return { error: "This channel name is not usable", status: 400 };
    if (listener.channels.size >= limits.channelsPerSocket)
      return { error: "Too many channels", status: 429 };
    const signed = [listener.id, channel, channel_data].filter((part) => part !== undefined).join(":");
    const isAllowed = !isGuarded(channel) || isSigned({ auth, text: signed }, app);
    const isComplete = !isPresence(channel) || parseJson(memberData, channel_data);
    return isAllowed && isComplete ? null : { error: "The signature is not valid", status: 401 };
  }

  function unsubscribe(listener: Listener, channel: string): void {
    const gone = register.leave(listener, channel);
    if (!gone) return;
    register.broadcast(channel, frame("pusher_internal:member_removed", { user_id: gone.user_id }, channel));
  }

  function signIn(listener: Listener, { auth, user_data }: { auth: string; user_data: string }): boolean {
    const user = parseJson(userData, user_data);
    if (!user || !isSigned({ auth, text: `${listener.id}::user::${user_data}` }, app)) return false;
    listener.personId = user.id;
    listener.deliver(frame("pusher:signin_success", { user_data }));
    return true;
  }

  return {
    /**
     * Answers one message. Returns false when the page must be cut because it forged its sign-in.
     * What is not understood, client events included, is ignored.
     */
    hear(listener: Listener, text: string): boolean {
      const heard = parseJson(message, text);
      switch (heard?.event) {
        case "pusher:ping":
          listener.deliver(frame("pusher:pong", {}));
          return true;
        case "pusher:subscribe":
          subscribe(listener, heard.data);
          return true;
        case "pusher:unsubscribe":
          unsubscribe(listener, heard.data.channel);
          return true;
        case "pusher:signin":
          return signIn(listener, heard.data);
        default:
          return true;
      }
    },

    /** Forgets a page that is gone. */
    end(listener: Listener): void {
      for (const channel of [...listener.channels.keys()]) unsubscribe(listener, channel);
    },
  };
}

function presence(members: readonly PresenceMember[]) {
  return {
    presence: {
      count: members.length,
      ids: members.map((member) => member.user_id),
      hash: Object.fromEntries(members.map((member) => [member.user_id, member.user_info ?? {}])),
    },
  };
}

function parseJson<Value>(schema: z.ZodType<Value>, text: string | undefined): Value | null {
  try {
    return schema.safeParse(JSON.parse(text ?? "null")).data ?? null;
  } catch (cause) {
    if (cause instanceof SyntaxError) return null;
    throw cause;
  }
}
