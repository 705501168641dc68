"use client";

import { useEffect, useState } from "react";
import type { LinkView } from "#lib/accounts/registration/schema";
import styles from "../accounts/account-form.module.css";
import { secretInAddress } from "../accounts/registration-link.ts";
import { type ReadLink, readLink } from "../accounts/registration-reading.ts";
import { useSending } from "../accounts/use-sending.ts";

/** Words of the page; {from}, {organization}, {email} and {name} are placeholders. */
export type InvitationTexts = Readonly<
  Record<
    | "title"
    | "reading"
    | "heading"
    | "text"
    | "after"
    | "join"
    | "joining"
    | "decline"
    | "forAnother"
    | "signOut"
    | "home"
    | "goneTitle"
    | "gone"
    | "accepted"
    | "declined"
    | "declinedNow"
    | "withdrawn"
    | "expired"
    | "offline"
    | "failed",
    string
  >
>;

type Props = {
  /** Who is signed in here; somebody else goes on to the sign-up page. */
  readonly viewer: { readonly name: string; readonly email: string } | null;
  readonly texts: InvitationTexts;
};

/** The page behind an invitation's link: one button to join, one to decline. ORG-34, ORG-35, ORG-51, GAP-055, GAP-057 */
export function InvitationPage({ viewer, texts }: Props) {
  const [link, setLink] = useState<ReadLink>();
  const isSignedIn = viewer !== null;
  useEffect(() => {
    // Whoever is not signed in chooses there between signing in and making an account; the secret stays behind #.
    if (!isSignedIn) return window.location.replace(`/register?via=invitation#${secretInAddress()}`);
    let isLeft = false;
    void readLink("invitation", secretInAddress()).then((read) => {
      if (!isLeft) setLink(read);
    });
    return () => {
      isLeft = true;
    };
  }, [isSignedIn]);
  if (!viewer || !link) return <Said title={texts.title} text={texts.reading} />;
  if (link.kind === "refused") return <Said title={texts.title} text={link.message ?? texts.offline} />;
  if (link.kind === "unknown") return <Ended title={texts.goneTitle} text={texts.gone} texts={texts} />;
  const { view } = link;
  if (view.state !== "open") {
    return <Ended title={texts.title} text={filled(texts[view.state], view)} texts={texts} />;
  }
  const isAddressee = viewer.email.toLowerCase() === view.email.toLowerCase();
  return isAddressee ? (
    <Answer view={view} texts={texts} />
  ) : (
    <ForAnother view={view} viewer={viewer} texts={texts} />
  );
}

function Answer({ view, texts }: { readonly view: LinkView; readonly texts: InvitationTexts }) {
  const [isDeclined, setDeclined] = useState(false);
  const { isSending, refusal, send } = useSending(texts);
  const join = () =>
    void send(async () => {
      const [{ call }, { acceptInvitation }] = await Promise.all([
        import("#lib/door/call"),
        import("#lib/contacts/joining/endpoints"),
      ]);
      await call(acceptInvitation, { secret: secretInAddress() });
      window.location.replace("/home?joined");
    });
  const decline = () =>
    void send(async () => {
      const [{ call }, { declineInvitation }] = await Promise.all([
        import("#lib/door/call"),
        import("#lib/organizations/invitations/endpoints"),
      ]);
      await call(declineInvitation, { secret: secretInAddress() });
      setDeclined(true);
    });
  if (isDeclined) return <Ended title={texts.title} text={texts.declinedNow} texts={texts} />;
  return (
    <>
      <Said title={filled(texts.heading, view)} text={filled(texts.text, view)} />
      {view.message ? (
        <figure className={styles.message}>
          <blockquote className={styles.quote}>{view.message}</blockquote>
        </figure>
      ) : null}
      <p className={styles.help}>{filled(texts.after, view)}</p>
      {refusal.message ? (
        <p className={styles.refusal} role="alert">
          {refusal.message}
        </p>
      ) : null}
      <div className={styles.ways}>
        <button type="button" className={styles.action} aria-disabled={isSending} onClick={join}>
          {isSending ? texts.joining : texts.join}
        </button>
        <button type="button" className={styles.quietAction} aria-disabled={isSending} onClick={decline}>
          {texts.decline}
        </button>
      </div>
    </>
  );
}

type ForAnotherProps = {
  readonly view: LinkView;
  readonly viewer: { readonly name: string };
  readonly texts: InvitationTexts;
};

/** Nothing is joined; signing out leads on with the same link. GAP-055 */
function ForAnother({ view, viewer, texts }: ForAnotherProps) {
  const { isSending, refusal, send } = useSending(texts);
  const leave = () =>
    void send(async () => {
      const [{ call }, { signOut }] = await Promise.all([
        import("#lib/door/call"),
        import("#lib/accounts/endpoints"),
      ]);
      await call(signOut, {});
      window.location.reload();
    });
  return (
    <>
      <Said title={texts.title} text={filled(texts.forAnother, view).replace("{name}", viewer.name)} />
      {refusal.message ? (
        <p className={styles.refusal} role="alert">
          {refusal.message}
        </p>
      ) : null}
      <div className={styles.ways}>
        <button type="button" className={styles.action} aria-disabled={isSending} onClick={leave}>
          {texts.signOut}
        </button>
        <a href="/home" className={styles.quietAction}>
          {texts.home}
        </a>
      </div>
    </>
  );
}

type EndedProps = { readonly title: string; readonly text: string; readonly texts: InvitationTexts };

function Ended({ title, text, texts }: EndedProps) {
  return (
    <>
      <Said title={title} text={text} />
      <div className={styles.ways}>
        <a href="/home" className={styles.action}>
          {texts.home}
        </a>
      </div>
    </>
  );
}

function Said({ title, text }: { readonly title: string; readonly text: string }) {
  return (
    <>
      <h1 className={styles.title}>{title}</h1>
      <p className={styles.lead} role="status">
        {text}
      </p>
    </>
  );
}

function filled(text: string, view: LinkView): string {
  return text
    .replaceAll("{from}", view.fromName)
    .replaceAll("{organization}", view.organization ?? "")
    .replaceAll("{email}", view.email);
}
