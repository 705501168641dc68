import { useRoomContext } from "@livekit/components-react";
import { type RemoteParticipant, RoomEvent } from "livekit-client";
import { useTranslations } from "next-intl";
import { useEffect } from "react";
import type { Tell } from "./use-notices.ts";

/** Tells who comes and who goes. Those who are inside already are not news. */
export function useComings(tell: Tell): void {
  const t = useTranslations("stage");
  const room = useRoomContext();
  useEffect(() => {
    const nameOf = ({ name, identity }: RemoteParticipant) => name || identity;
    const handleCome = (person: RemoteParticipant) => tell(t("came", { name: nameOf(person) }));
    const handleGo = (person: RemoteParticipant) => tell(t("went", { name: nameOf(person) }));
    room.on(RoomEvent.ParticipantConnected, handleCome);
    room.on(RoomEvent.ParticipantDisconnected, handleGo);
    return () => {
      room.off(RoomEvent.ParticipantConnected, handleCome);
      room.off(RoomEvent.ParticipantDisconnected, handleGo);
    };
  }, [room, t, tell]);
}
