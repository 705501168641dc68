import { useTranslations } from "next-intl";
import { lockConference, unlockConference } from "#lib/conferences/endpoints";
import type { ConferenceNumber } from "#lib/conferences/schema";
import { CallProblem, call } from "#lib/door/call";
import { endConference, removePerson } from "#lib/live/endpoints";
import type { Tell } from "./use-notices.ts";

type Asked = { readonly number: ConferenceNumber; readonly tell: Tell; readonly onChanged: () => void };

/** What owner and moderators do to a running meeting; a refusal is told on the stage. GAP-091, GAP-092 */
export function useModeration({ number, tell, onChanged }: Asked) {
  const t = useTranslations("shell.problem");
  const attempt = async (work: () => Promise<void>) => {
    try {
      await work();
      onChanged();
    } catch (error) {
      if (!(error instanceof CallProblem)) throw error;
      tell(error.code === "offline" ? t("offline") : error.message, "trouble");
    }
  };
  return {
    end: () => attempt(() => call(endConference, { number })),
    remove: (identity: string) => attempt(() => call(removePerson, { number, identity })),
    setLocked: (isLocked: boolean) =>
      attempt(() => call(isLocked ? lockConference : unlockConference, { number })),
  };
}
