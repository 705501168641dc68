"use client";

import { IconCheck, IconCopy, IconUserPlus } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { type FormEvent, useId, useState } from "react";
import { Avatar } from "#components/ui/avatar";
import { callIn } from "#lib/conferences/ad-hoc/endpoints";
import type { ConferenceNumber, Invitee } from "#lib/conferences/schema";
import { CallProblem, call } from "#lib/door/call";
import { EmailAddress } from "#lib/shared/text";
import { useKnownPeople } from "../calendar/use-known-people.ts";
import { useOrigin } from "../ui/use-origin.ts";
import styles from "./invite-people.module.css";

const shownMs = 2_000;

type Props = {
  readonly number: ConferenceNumber;
  /** Whether people can be called in from here. GAP-091 */
  readonly canCallIn: boolean;
};

/** How others get in: the address for everybody inside, and a mail to colleagues, contacts and addresses. MTG-05 */
export function InvitePeople({ number, canCallIn }: Props) {
  return (
    <div className={styles.invite}>
      <CopyAddress number={number} />
      {canCallIn ? <CallIn number={number} /> : null}
    </div>
  );
}

function CopyAddress({ number }: Pick<Props, "number">) {
  const t = useTranslations("stage.invite");
  const origin = useOrigin();
  const [isCopied, setCopied] = useState(false);
  const handleCopy = async () => {
    await navigator.clipboard.writeText(`${origin}/c/${number}`);
    setCopied(true);
    setTimeout(() => setCopied(false), shownMs);
  };
  const Icon = isCopied ? IconCheck : IconCopy;
  return (
    <button type="button" className={styles.button} onClick={handleCopy}>
      <Icon size={18} stroke={1.5} aria-hidden />
      <span role="status">{t(isCopied ? "copied" : "copy")}</span>
    </button>
  );
}

function CallIn({ number }: Pick<Props, "number">) {
  const t = useTranslations("stage.invite");
  const id = useId();
  const { text, type, note, isWrong, isSending, send } = useCallIn(number);
  const { people } = useKnownPeople(text);
  const handleSubmit = (event: FormEvent) => {
    event.preventDefault();
    const [first] = people;
    const email = EmailAddress.safeParse(text.trim());
    if (email.success) void send({ kind: "email", email: email.data, role: "PARTICIPANT" }, email.data);
    else if (first) void send({ kind: "person", personId: first.id, role: "PARTICIPANT" }, first.name);
    else void send(null, text);
  };
  return (
    <form className={styles.form} onSubmit={handleSubmit} noValidate>
      <label htmlFor={id} className={styles.label}>
        {t("add")}
      </label>
      <div className={styles.line}>
        <input
          id={id}
          className={styles.input}
          value={text}
          placeholder={t("placeholder")}
          maxLength={254}
          autoComplete="off"
          aria-invalid={isWrong}
          aria-describedby={`${id}-note`}
          onChange={(event) => type(event.target.value)}
        />
        <button type="submit" className={styles.button} aria-disabled={isSending}>
          <IconUserPlus size={18} stroke={1.5} aria-hidden />
          {t("send")}
        </button>
      </div>
      {people.length > 0 ? (
        <ul className={styles.found} aria-label={t("found")}>
          {people.map((person) => (
            <li key={person.id}>
              <button
                type="button"
                className={styles.person}
                onClick={() =>
                  send({ kind: "person", personId: person.id, role: "PARTICIPANT" }, person.name)
                }
              >
                <Avatar id={person.id} name={person.name} avatarId={person.avatarId} size="28px" />
                {person.name}
              </button>
            </li>
          ))}
        </ul>
      ) : null}
      <p id={`${id}-note`} className={styles.note} data-error={isWrong || undefined} role="status">
        {note ?? t("hint")}
      </p>
    </form>
  );
}

/** What is typed, and what became of it; a refused one stays to be corrected. */
function useCallIn(number: ConferenceNumber) {
  const t = useTranslations("stage.invite");
  const shell = useTranslations("shell.problem");
  const [text, setText] = useState("");
  const [note, setNote] = useState<string | null>(null);
  const [isWrong, setWrong] = useState(false);
  const [isSending, setSending] = useState(false);
  const tell = (said: string | null, wrong: boolean) => {
    setNote(said);
    setWrong(wrong);
  };
  const type = (typed: string) => {
    setText(typed);
    tell(null, false);
  };
  const send = async (invitee: Invitee | null, name: string) => {
    if (isSending) return;
    if (!invitee) return tell(t("nobody"), true);
    setSending(true);
    try {
      const { added } = await call(callIn, { number, participants: [invitee] });
      setText("");
      tell(t(added > 0 ? "sent" : "already", { name }), false);
    } catch (error) {
      if (!(error instanceof CallProblem)) throw error;
      tell(error.fields[0]?.message ?? (error.code === "offline" ? shell("offline") : error.message), true);
    } finally {
      setSending(false);
    }
  };
  return { text, type, note, isWrong, isSending, send };
}
