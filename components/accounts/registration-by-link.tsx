"use client";

import { useEffect, useState } from "react";
import type { LinkView } from "#lib/accounts/registration/schema";
import type { AccountSettings } from "#lib/accounts/settings/schema";
import { assertNever } from "#lib/shared/errors";
import styles from "./account-form.module.css";
import { RegistrationForm, type RegistrationTexts } from "./registration-form.tsx";
import { secretInAddress } from "./registration-link.ts";
import { type ReadLink, readLink } from "./registration-reading.ts";
import { type LinkKind, sendByLink } from "./registration-sending.ts";

/** What the page says; {name}, {organization} and {address} are placeholders. */
export type OfferTexts = {
  readonly loading: string;
  readonly contactTitle: string;
  readonly invitationTitle: string;
  readonly contactText: string;
  readonly invitationText: string;
  readonly message: string;
  readonly signIn: string;
  readonly hasAccountText: string;
  readonly create: string;
  readonly createTitle: string;
  readonly closed: string;
  readonly endedTitle: string;
  readonly accepted: string;
  readonly declined: string;
  readonly withdrawn: string;
  readonly expired: string;
  readonly unknown: string;
  readonly register: string;
  readonly retry: string;
};

type Props = {
  readonly kind: LinkKind;
  /** Who may make an account: when closed, nobody, also not with a link. GAP-030 */
  readonly mode: AccountSettings["registrationMode"];
  readonly minPasswordLength: number;
  readonly texts: RegistrationTexts;
  readonly offer: OfferTexts;
};

/** The sign-up page behind a mailed link: who offers what, and the two ways on. RFC-22..24, RFC-28, ORG-34, ORG-36 */
export function RegistrationByLink(props: Props) {
  // Each try is a page of its own, which reads the link when it appears.
  const [tries, setTries] = useState(0);
  return <Reading key={tries} {...props} onRetry={() => setTries(tries + 1)} />;
}

function Reading(props: Props & { readonly onRetry: () => void }) {
  const { kind, mode, texts, offer, onRetry } = props;
  const [link, setLink] = useState<ReadLink>();
  useEffect(() => {
    let isLeft = false;
    void readLink(kind, secretInAddress()).then((read) => {
      if (!isLeft) setLink(read);
    });
    return () => {
      isLeft = true;
    };
  }, [kind]);
  if (!link) return <Heading title={offer.createTitle} text={offer.loading} />;
  switch (link.kind) {
    case "refused":
      return <Refused message={link.message ?? texts.offline} offer={offer} onRetry={onRetry} />;
    case "unknown":
      return <Ended text={offer.unknown} mode={mode} offer={offer} />;
    case "read":
      return <Offer {...props} link={link.view} />;
    default:
      return assertNever(link);
  }
}

type RefusedProps = {
  readonly message: string;
  readonly offer: OfferTexts;
  readonly onRetry: () => void;
};

function Refused({ message, offer, onRetry }: RefusedProps) {
  return (
    <>
      <Heading title={offer.createTitle} text={message} />
      <div className={styles.ways}>
        <button type="button" className={styles.action} onClick={onRetry}>
          {offer.retry}
        </button>
      </div>
    </>
  );
}

function Heading({ title, text }: { readonly title: string; readonly text: string }) {
  return (
    <>
      <h1 className={styles.title}>{title}</h1>
      <p className={styles.lead}>{text}</p>
    </>
  );
}

type EndedProps = Pick<Props, "mode" | "offer"> & { readonly text: string };

function Ended({ text, mode, offer }: EndedProps) {
  return (
    <>
      <Heading title={offer.endedTitle} text={text} />
      <div className={styles.ways}>
        <a href="/sign-in" className={styles.quietAction}>
          {offer.signIn}
        </a>
        {mode === "OPEN" ? (
          <a href="/register" className={styles.link}>
            {offer.register}
          </a>
        ) : null}
      </div>
    </>
  );
}

function Offer(props: Props & { readonly link: LinkView }) {
  const { kind, link, mode, offer } = props;
  const [isCreating, setCreating] = useState(false);
  if (link.state !== "open") {
    return (
      <Ended text={offer[link.state].replace("{name}", () => link.fromName)} mode={mode} offer={offer} />
    );
  }
  if (isCreating) return <NewAccount {...props} />;
  const isInvitation = link.organization !== null;
  const title = (isInvitation ? offer.invitationTitle : offer.contactTitle)
    .replace("{name}", () => link.fromName)
    .replace("{organization}", () => link.organization ?? "");
  const text = link.hasAccount
    ? offer.hasAccountText
    : isInvitation
      ? offer.invitationText
      : offer.contactText;
  return (
    <>
      <Heading title={title} text={text.replace("{address}", () => link.email)} />
      {link.message ? (
        <figure className={styles.message}>
          <figcaption className={styles.help}>{offer.message}</figcaption>
          <blockquote className={styles.quote}>{link.message}</blockquote>
        </figure>
      ) : null}
      <div className={styles.ways}>
        <a href={signInPath(kind)} className={link.hasAccount ? styles.action : styles.quietAction}>
          {offer.signIn}
        </a>
        {link.hasAccount || mode === "CLOSED" ? null : (
          <button type="button" className={styles.action} onClick={() => setCreating(true)}>
            {offer.create}
          </button>
        )}
      </div>
      {mode === "CLOSED" && !link.hasAccount ? <p className={styles.after}>{offer.closed}</p> : null}
    </>
  );
}

function NewAccount({ kind, link, minPasswordLength, texts, offer }: Props & { readonly link: LinkView }) {
  return (
    <>
      <h1 className={styles.title}>{offer.createTitle}</h1>
      <RegistrationForm
        kind="personal"
        minPasswordLength={minPasswordLength}
        fixedEmail={link.email}
        texts={texts}
        onRegister={(registering) => sendByLink(registering, { kind, secret: secretInAddress() })}
      />
      <p className={styles.after}>
        <a href={signInPath(kind)} className={styles.link}>
          {offer.signIn}
        </a>
      </p>
    </>
  );
}

/** Sign-in leads back to the page where the offer is accepted, with the secret behind its #. RFC-23, ORG-35 */
function signInPath(kind: LinkKind): string {
  const accepting = kind === "contact-request" ? "/contact-request/accept" : "/invitation";
  return `/sign-in?returnTo=${encodeURIComponent(`${accepting}#${secretInAddress()}`)}`;
}
