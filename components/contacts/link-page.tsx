import type { ReactNode } from "react";
import styles from "#components/accounts/account-form.module.css";
import type { LinkView } from "#lib/accounts/registration/schema";
import { filled, type LinkTexts } from "./link-steps.ts";

type Props = { readonly title: string; readonly text: string; readonly children?: ReactNode };

/** One thing that a page behind a link says, and the ways on. */
export function LinkPage({ title, text, children }: Props) {
  return (
    <div role="status">
      <h1 className={styles.title}>{title}</h1>
      <p className={styles.lead}>{text}</p>
      {children ? <div className={styles.ways}>{children}</div> : null}
    </div>
  );
}

const closedWords = {
  accepted: ["acceptedTitle", "acceptedText"],
  declined: ["wasDeclinedTitle", "wasDeclinedText"],
  withdrawn: ["withdrawnTitle", "withdrawnText"],
  expired: ["expiredTitle", "expiredText"],
} as const;

type ClosedProps = {
  readonly link: LinkView;
  readonly state: keyof typeof closedWords;
  readonly texts: LinkTexts;
  readonly isSignedIn: boolean;
};

/** What became of a request that is no longer open. */
export function ClosedRequest({ link, state, texts, isSignedIn }: ClosedProps) {
  const [title, text] = closedWords[state];
  const values = { name: link.fromName, email: link.email };
  return (
    <LinkPage title={texts[title]} text={filled(texts[text], values)}>
      <WayOn texts={texts} isSignedIn={isSignedIn} />
    </LinkPage>
  );
}

/** Where one goes when there is nothing left to do here. */
export function WayOn({ texts, isSignedIn }: Pick<ClosedProps, "texts" | "isSignedIn">) {
  return (
    <a href={isSignedIn ? "/contact-requests" : "/"} className={styles.quietAction}>
      {isSignedIn ? texts.toContacts : texts.toStart}
    </a>
  );
}

type UnreadableProps = Pick<ClosedProps, "texts" | "isSignedIn"> & {
  /** Why reading failed; null when the link is not known. */
  readonly message: string | null;
  readonly onRetry: () => void;
};

/** A link that opens nothing, or could not be read. */
export function UnreadableRequest({ texts, isSignedIn, message, onRetry }: UnreadableProps) {
  if (message === null) {
    return (
      <LinkPage title={texts.unknownTitle} text={texts.unknownText}>
        <WayOn texts={texts} isSignedIn={isSignedIn} />
      </LinkPage>
    );
  }
  return (
    <LinkPage title={texts.failedTitle} text={message}>
      <button type="button" className={styles.action} onClick={onRetry}>
        {texts.again}
      </button>
    </LinkPage>
  );
}
