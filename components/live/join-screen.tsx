"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import { type FormEvent, type ReactNode, useEffect, useId, useRef, useState } from "react";
import type { JoinView } from "#lib/live/schema";
import { DeviceChoices } from "./device-choices.tsx";
import { InsideNow } from "./inside-now.tsx";
import { JoinField } from "./join-field.tsx";
import styles from "./join-screen.module.css";
import { OwnPicture } from "./own-picture.tsx";
import { type OwnMediaPreview, useOwnMedia } from "./use-own-media.ts";

/** What a person typed to be let in. */
export type JoinRequest = { readonly pin?: string; readonly name?: string };

/** Why the door stayed shut: at a field, or for the whole. */
export type JoinProblem = {
  readonly field: "pin" | "name" | null;
  readonly message: string;
  /** The media server is the cause; the control panel tells more. */
  readonly isMediaDown: boolean;
};

/** Who joins, as the person sees it. */
export type Joiner = { readonly id: string; readonly name: string };

export type SignedInJoiner = Joiner & { readonly sessionId: string; readonly isServerAdmin: boolean };

type Props = {
  readonly view: JoinView;
  /** When it is, as a sentence in the reader's zone; null for rooms. */
  readonly when: string | null;
  /** Null for a guest. */
  readonly person: SignedInJoiner | null;
  /** False until the page knows whether it comes back from a reload. */
  readonly isReady: boolean;
  readonly isJoining: boolean;
  readonly problem: JoinProblem | null;
  readonly onJoin: (request: JoinRequest, preview: OwnMediaPreview) => void;
  /** The way back to the portal. */
  readonly header: ReactNode;
};

/** Before the meeting: the own picture, what is ahead, who is inside, and one button. CNF-14 */
export function JoinScreen({ view, when, person, isReady, isJoining, problem, onJoin, header }: Props) {
  const t = useTranslations("stage.join");
  const preview = useOwnMedia(isReady);
  const { pin, name, field } = useEntries({ view, person, problem });
  const form = useFirstFocus(isReady);
  const handleSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (!isJoining) onJoin({ pin: pin.value || undefined, name: name.value || undefined }, preview);
  };
  return (
    <div className={styles.page}>
      {header}
      <main className={styles.content}>
        <OwnPicture preview={preview} person={person} />
        <form ref={form} className={styles.form} onSubmit={handleSubmit}>
          <div>
            <h1 className={styles.title}>{view.title}</h1>
            <p className={styles.when}>{when ?? t(view.kind === "ROOM" ? "room" : "now")}</p>
            <p className={styles.host}>{t("host", { name: view.ownerName })}</p>
          </div>
          <InsideNow view={view} />
          {view.isRecordingPlanned ? <p className={styles.recording}>{t("recording")}</p> : null}
          {field.name ? <JoinField {...field.name} /> : null}
          {field.pin ? <JoinField {...field.pin} /> : null}
          <div className={styles.act}>
            {problem && !problem.field ? (
              <p role="alert" className={styles.problem}>
                {problem.message}{" "}
                {problem.isMediaDown && person?.isServerAdmin ? (
                  <Link href="/admin">{t("controlPanel")}</Link>
                ) : null}
              </p>
            ) : null}
            <button type="submit" className={styles.join} disabled={!isReady} aria-disabled={isJoining}>
              {t(isJoining ? "joining" : "join")}
            </button>
            <p className={styles.as}>
              {person ? (
                t("as", { name: person.name })
              ) : (
                <Link href={signInHref(view.number)}>{t("haveAccount")}</Link>
              )}
            </p>
          </div>
        </form>
        <DeviceChoices preview={preview} />
      </main>
    </div>
  );
}

/** Puts the focus where Enter joins, or on what has to be typed before; not where that would open a keyboard. */
function useFirstFocus(isReady: boolean) {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    const isFree = document.activeElement === null || document.activeElement === document.body;
    if (!isReady || !isFree || !window.matchMedia("(pointer: fine)").matches) return;
    form.current?.querySelector<HTMLElement>("input, button")?.focus({ preventScroll: true });
  }, [isReady]);
  return form;
}

/** Leads back here afterwards. */
function signInHref(number: string): string {
  return `/sign-in?returnTo=${encodeURIComponent(`/c/${number}`)}`;
}

type Entry = { readonly value: string; readonly set: (value: string) => void };

/** The two things that may have to be typed: the PIN, and a guest's name. */
function useEntries({ view, person, problem }: Pick<Props, "view" | "person" | "problem">) {
  const t = useTranslations("stage.join");
  const id = useId();
  const pin = useEntry();
  const name = useEntry();
  const errorOf = (field: "pin" | "name") => (problem?.field === field ? problem.message : undefined);
  const pinField = {
    id: `${id}-pin`,
    label: t("pin"),
    hint: t("pinHint"),
    inputMode: "numeric" as const,
    autoComplete: "off",
    maxLength: 20,
    error: errorOf("pin"),
    value: pin.value,
    onChange: pin.set,
  };
  const nameField = {
    id: `${id}-name`,
    label: t("yourName"),
    hint: t("yourNameHint"),
    inputMode: "text" as const,
    autoComplete: "name",
    maxLength: 80,
    error: errorOf("name"),
    value: name.value,
    onChange: name.set,
  };
  return {
    pin,
    name,
    field: { pin: view.pinNeeded ? pinField : null, name: person ? null : nameField },
  };
}

function useEntry(): Entry {
  const [value, set] = useState("");
  return { value, set };
}
