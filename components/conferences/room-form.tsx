"use client";

import { Alert, Button, TextInput } from "@mantine/core";
import { IconAlertTriangle } from "@tabler/icons-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { type FormEvent, useRef } from "react";
import { sentenceOf } from "#components/ui/use-submit";
import { type RoomView, roomLimits } from "#lib/conferences/rooms/schema";
import { ConferenceFields } from "../calendar/conference-fields.tsx";
import styles from "../calendar/event-form.module.css";
import type { OrganizerView } from "../calendar/event-form.tsx";
import type { SharedFieldsProps } from "../calendar/form-fields.ts";
import { toldPeople } from "../calendar/form-problems.ts";
import { ParticipantsFields } from "../calendar/participants-fields.tsx";
import { useFirstErrorFocus } from "../ui/use-first-error-focus.ts";
import { blankRoom, type RoomForm as RoomFormValues, roomFormOf } from "./room-draft.ts";
import own from "./room-form.module.css";
import { useRoomForm } from "./use-room-form.ts";

type Props = {
  /** Null for a new one. */
  readonly room: RoomView | null;
  readonly owner: OrganizerView;
};

/** Makes or changes a room: one column, the title is enough. GAP-086 */
export function RoomForm({ room, owner }: Props) {
  const t = useTranslations("rooms.form");
  const initial = room ? roomFormOf(room) : blankRoom;
  const state = useRoomForm(room, useRef(initial).current);
  const { form, edit, errors, isSubmitting } = state;
  const root = useRef<HTMLFormElement>(null);
  useFirstErrorFocus(root, state.attention);
  const handleSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (!isSubmitting) void state.handleSubmit();
  };
  const told = toldPeople(form, room ? initial : null);
  const words = room ? (["save", "saveAndTell"] as const) : (["create", "createAndShare"] as const);
  return (
    <form ref={root} className={styles.form} onSubmit={handleSubmit} noValidate>
      <NameFields form={form} edit={edit} errors={errors} />
      <section className={styles.panel} aria-labelledby="room-settings">
        <h2 id="room-settings" className={own.heading}>
          {t("settings")}
        </h2>
        <ConferenceFields
          form={form}
          edit={edit}
          errors={errors}
          fixedMode={room?.isRunning ? t("modeFixed") : undefined}
        />
      </section>
      <section className={styles.panel} aria-label={t("people")}>
        <ParticipantsFields
          form={form}
          edit={edit}
          errors={errors}
          organizer={owner}
          organizerLabel={t("owner")}
        />
      </section>
      <Problem state={state} />
      <MailNote told={told} />
      <div className={styles.end}>
        <Button component={Link} href={room ? `/rooms?room=${room.number}` : "/rooms"} variant="default">
          {t("discard")}
        </Button>
        <Button type="submit" loading={isSubmitting}>
          {told.added === 0 ? t(words[0]) : t(words[1], { count: told.added })}
        </Button>
      </div>
    </form>
  );
}

function NameFields({ form, edit, errors }: SharedFieldsProps<RoomFormValues>) {
  const t = useTranslations("rooms.form");
  return (
    <>
      <TextInput
        label={t("title")}
        placeholder={t("titlePlaceholder")}
        value={form.title}
        onChange={({ currentTarget: { value } }) =>
          edit((before) => ({ ...before, title: value }), ["title"])
        }
        error={errors.fields.title}
        maxLength={roomLimits.titleLength}
        required
        withAsterisk={false}
        autoComplete="off"
        autoFocus
      />
      <TextInput
        label={t("location")}
        description={t("locationHint")}
        value={form.location}
        onChange={({ currentTarget: { value } }) =>
          edit((before) => ({ ...before, location: value }), ["location"])
        }
        error={errors.fields.location}
        maxLength={roomLimits.locationLength}
        autoComplete="off"
      />
    </>
  );
}

/** Why the room was not stored, and that nothing of it is lost. */
function Problem({ state }: { readonly state: ReturnType<typeof useRoomForm> }) {
  const t = useTranslations("rooms.form");
  const shell = useTranslations("shell.problem");
  const { problem } = state;
  if (!problem) return null;
  return (
    <Alert color="coral" role="alert" icon={<IconAlertTriangle size={20} stroke={1.5} />}>
      {`${t("failed")} ${sentenceOf(problem, shell("offline"))}`}
    </Alert>
  );
}

/** Who will be told by mail, before it is sent. */
function MailNote({ told }: { readonly told: ReturnType<typeof toldPeople> }) {
  const t = useTranslations("rooms.form.mail");
  return (
    <div className={own.note}>
      <p>{told.added > 0 ? t("added", { count: told.added }) : t("nobody")}</p>
      {told.removed > 0 ? <p>{t("removed", { count: told.removed })}</p> : null}
    </div>
  );
}
