"use client";

import { notifications } from "@mantine/notifications";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useMemo, useState } from "react";
import { useSubmit } from "#components/ui/use-submit";
import { changeRoom, createRoom } from "#lib/conferences/rooms/endpoints";
import type { RoomDraft, RoomView } from "#lib/conferences/rooms/schema";
import { CallProblem, call } from "#lib/door/call";
import type { FormField } from "../calendar/event-draft.ts";
import { noErrors, type ShownErrors, shownErrors, withoutFields } from "../calendar/form-problems.ts";
import { ask } from "../ui/ask.tsx";
import { randomKey } from "../ui/random-key.ts";
import { useLeaveGuard } from "../ui/use-leave-guard.ts";
import { type RoomForm, roomDraftOf } from "./room-draft.ts";

/** State and steps of the form: what was typed is kept whatever happens, and a double press makes one room. `room` is null for a new one. */
export function useRoomForm(room: RoomView | null, initial: RoomForm) {
  const t = useTranslations("rooms.form");
  const router = useRouter();
  const { submit, isSubmitting, problem } = useSubmit({ toastProblems: false });
  const [form, setForm] = useState(initial);
  const [wasTried, setTried] = useState(false);
  const [refused, setRefused] = useState<ShownErrors>(noErrors);
  const [attention, setAttention] = useState(0);
  const [key] = useState(randomKey);
  const isDirty = useMemo(() => JSON.stringify(form) !== JSON.stringify(initial), [form, initial]);
  const release = useLeaveGuard(isDirty, (leave) =>
    ask({
      title: t("leave.title"),
      text: t("leave.text"),
      keep: t("leave.keep"),
      choices: [{ label: t("leave.leave"), isGrave: true, onChosen: leave }],
    }),
  );
  const checked = roomDraftOf(form);
  const own = wasTried && checked.kind === "incomplete" ? checked.errors : {};
  const said = Object.entries(own).map(([field, error]) => [field, t(`errors.${error}`)]);
  const errors: ShownErrors = {
    fields: { ...refused.fields, ...Object.fromEntries(said) },
    invited: refused.invited,
  };
  const edit = (change: (form: RoomForm) => RoomForm, fields: readonly FormField[]) => {
    setForm(change);
    setRefused((before) => withoutFields(before, fields));
  };
  const point = () => setAttention((before) => before + 1);
  const handleSubmit = async () => {
    setTried(true);
    if (checked.kind === "incomplete") return point();
    await submit(async () => {
      const saved = await sent({ room, input: checked.input, key }).catch((error: unknown) => {
        if (error instanceof CallProblem) setRefused(shownErrors(error.fields));
        point();
        throw error;
      });
      release();
      notifications.show({ message: t(room ? "saved" : "created") });
      router.replace(`/rooms?room=${saved.number}`);
      router.refresh();
    });
  };
  return { form, edit, errors, attention, handleSubmit, isSubmitting, problem };
}

function sent(sending: {
  readonly room: RoomView | null;
  readonly input: RoomDraft;
  readonly key: string;
}): Promise<RoomView> {
  const { room, input, key } = sending;
  if (room === null) return call(createRoom, input, { idempotencyKey: key });
  return call(changeRoom, { ...input, number: room.number });
}
