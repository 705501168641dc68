"use client";

import { useEffect, useState } from "react";
import styles from "#components/accounts/account-form.module.css";
import type { LinkView } from "#lib/accounts/registration/schema";
import { secretInAddress } from "../accounts/registration-link.ts";
import { useSending } from "../accounts/use-sending.ts";
import { ClosedRequest, LinkPage, UnreadableRequest, WayOn } from "./link-page.tsx";
import { filled, type LinkTexts, loadClient, type ReadRequest, readRequest } from "./link-steps.ts";

type Props = { readonly isSignedIn: boolean; readonly texts: LinkTexts };

/** The page behind Decline: one button, for whoever has the link. Opening it changes nothing. RFC-34, GAP-047 */
export function DeclineLink(props: Props) {
  // Each try is a page of its own, which reads the link when it appears.
  const [tries, setTries] = useState(0);
  return <Declining key={tries} {...props} onRetry={() => setTries(tries + 1)} />;
}

function Declining({ isSignedIn, texts, onRetry }: Props & { readonly onRetry: () => void }) {
  const [read, setRead] = useState<ReadRequest>();
  const [isDone, setDone] = useState(false);
  useEffect(() => {
    let isLeft = false;
    void readRequest(secretInAddress(), texts).then((result) => {
      if (!isLeft) setRead(result);
    });
    return () => {
      isLeft = true;
    };
  }, [texts]);
  if (!read) return <LinkPage title={texts.declineTitle} text={texts.accepting} />;
  if (read.kind !== "read") {
    const message = read.kind === "failed" ? read.message : null;
    return <UnreadableRequest {...{ texts, isSignedIn, message, onRetry }} />;
  }
  const { view } = read;
  if (isDone) {
    return (
      <LinkPage title={texts.declinedTitle} text={filled(texts.declinedText, { name: view.fromName })}>
        <WayOn texts={texts} isSignedIn={isSignedIn} />
      </LinkPage>
    );
  }
  if (view.state !== "open") {
    return <ClosedRequest {...{ texts, isSignedIn }} link={view} state={view.state} />;
  }
  return <Question link={view} texts={texts} onDeclined={() => setDone(true)} />;
}

type QuestionProps = {
  readonly link: LinkView;
  readonly texts: LinkTexts;
  readonly onDeclined: () => void;
};

function Question({ link, texts, onDeclined }: QuestionProps) {
  const { isSending, refusal, send } = useSending(texts);
  const handleDecline = () =>
    void send(async () => {
      const { call, declineContactRequestByLink } = await loadClient();
      await call(declineContactRequestByLink, { secret: secretInAddress() });
      onDeclined();
    });
  return (
    <>
      <h1 className={styles.title}>{texts.declineTitle}</h1>
      <p className={styles.lead}>{filled(texts.declineText, { name: link.fromName, email: link.email })}</p>
      {link.message ? (
        <figure className={styles.message}>
          <blockquote className={styles.quote}>{link.message}</blockquote>
        </figure>
      ) : null}
      {refusal.message ? (
        <p className={styles.refusal} role="alert">
          {refusal.message}
        </p>
      ) : null}
      <div className={styles.ways}>
        <button type="button" className={styles.action} aria-disabled={isSending} onClick={handleDecline}>
          {isSending ? texts.declining : texts.declineAction}
        </button>
      </div>
    </>
  );
}
