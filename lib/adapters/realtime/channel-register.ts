import "server-only";

/** A member as the protocol tells it to the others. */
export type PresenceMember = { readonly user_id: string; readonly user_info?: unknown };

/** One connected page. */
export type Listener = {
  readonly id: string;
  readonly deliver: (frame: Buffer) => void;
  /** Channels it listens to, with whom it is there. */
  readonly channels: Map<string, PresenceMember | null>;
  /** Whose page it is, once it has signed in. */
  personId: string | null;
};

type Presence = { readonly member: PresenceMember; sockets: number };
type Channel = { readonly listeners: Set<Listener>; readonly presences: Map<string, Presence> };

export type ChannelRegister = ReturnType<typeof channelRegister>;

/** Who listens where. A person with several pages is one member of a presence channel. */
export function channelRegister() {
  const channels = new Map<string, Channel>();

  return {
    /** Adds a listener and says whether its member is new there. */
    join(listener: Listener, name: string, member: PresenceMember | null): boolean {
      const channel = channels.get(name) ?? { listeners: new Set(), presences: new Map() };
      channels.set(name, channel);
      channel.listeners.add(listener);
      listener.channels.set(name, member);
      if (!member) return false;
      const presence = channel.presences.get(member.user_id);
      if (presence) presence.sockets += 1;
      else channel.presences.set(member.user_id, { member, sockets: 1 });
      return !presence;
    },

    /** Removes a listener and returns the member who is thereby gone, if any. Harmless when it was not there. */
    leave(listener: Listener, name: string): PresenceMember | null {
      const channel = channels.get(name);
      const member = listener.channels.get(name);
      listener.channels.delete(name);
      if (!channel?.listeners.delete(listener)) return null;
      if (channel.listeners.size === 0) channels.delete(name);
      const presence = member && channel.presences.get(member.user_id);
      if (!member || !presence) return null;
      presence.sockets -= 1;
      if (presence.sockets > 0) return null;
      channel.presences.delete(member.user_id);
      return member;
    },

    broadcast(name: string, frame: Buffer, exceptId?: string): void {
      for (const listener of channels.get(name)?.listeners ?? []) {
        if (listener.id !== exceptId) listener.deliver(frame);
      }
    },

    members: (name: string): readonly PresenceMember[] =>
      [...(channels.get(name)?.presences.values() ?? [])].map((presence) => presence.member),

    size: (name: string): number => channels.get(name)?.listeners.size ?? 0,

    names: (): readonly string[] => [...channels.keys()],
  };
}
