"use client";

import { useEffect, useState } from "react";
import styles from "#components/accounts/account-form.module.css";
import type { LinkView } from "#lib/accounts/registration/schema";
import { assertNever } from "#lib/shared/errors";
import { secretInAddress } from "../accounts/registration-link.ts";
import { ClosedRequest, LinkPage, UnreadableRequest } from "./link-page.tsx";
import { filled, type LinkTexts, loadClient, messageOf, readRequest } from "./link-steps.ts";

export type AcceptTexts = LinkTexts;

type Props = {
  /** Who is signed in here; null when nobody is. */
  readonly personName: string | null;
  readonly texts: LinkTexts;
};

type Step =
  | { readonly kind: "working" }
  | { readonly kind: "unreadable"; readonly message: string | null }
  | { readonly kind: "closed"; readonly link: LinkView; readonly state: Exclude<LinkView["state"], "open"> }
  | { readonly kind: "forOther"; readonly link: LinkView };

/**
 * The page behind Accept: connects whoever is signed in with the address at once, sends everybody who is not signed in to
 * the sign-up page, and accepts nothing for anybody else. RFC-22, RFC-25, GAP-045, GAP-046
 */
export function AcceptLink(props: Props) {
  // Each try is a page of its own, which reads the link when it appears.
  const [tries, setTries] = useState(0);
  return <Accepting key={tries} {...props} onRetry={() => setTries(tries + 1)} />;
}

function Accepting({ personName, texts, onRetry }: Props & { readonly onRetry: () => void }) {
  const [step, setStep] = useState<Step>({ kind: "working" });
  const isSignedIn = personName !== null;
  useEffect(() => {
    let isLeft = false;
    void nextStep(isSignedIn, texts).then((next) => {
      if (!isLeft && next) setStep(next);
    });
    return () => {
      isLeft = true;
    };
  }, [isSignedIn, texts]);
  switch (step.kind) {
    case "unreadable":
      return <UnreadableRequest {...{ texts, isSignedIn, onRetry }} message={step.message} />;
    case "closed":
      return <ClosedRequest {...{ texts, isSignedIn }} link={step.link} state={step.state} />;
    case "forOther":
      return <ForOther link={step.link} personName={personName ?? ""} texts={texts} />;
    case "working":
      return <LinkPage title={texts.acceptTitle} text={texts.accepting} />;
    default:
      return assertNever(step);
  }
}

/** Undefined when another page is on its way. */
async function nextStep(isSignedIn: boolean, texts: LinkTexts): Promise<Step | undefined> {
  const secret = secretInAddress();
  const read = await readRequest(secret, texts);
  if (read.kind === "failed") return { kind: "unreadable", message: read.message };
  if (read.kind === "unknown") return { kind: "unreadable", message: null };
  const { view } = read;
  if (isSignedIn && (view.state === "open" || view.state === "accepted")) return acceptNow(view, texts);
  if (view.state !== "open") return { kind: "closed", link: view, state: view.state };
  window.location.replace(`/register?via=contact-request#${secret}`);
  return undefined;
}

async function acceptNow(link: LinkView, texts: LinkTexts): Promise<Step | undefined> {
  const { call, CallProblem, acceptContactRequestByLink } = await loadClient();
  try {
    const { personId } = await call(acceptContactRequestByLink, { secret: secretInAddress() });
    window.location.replace(`/contact-requests?tab=connected&connected=${personId}`);
    return undefined;
  } catch (error) {
    if (!(error instanceof CallProblem)) throw error;
    // To somebody else only the link says what became of a request that is closed.
    if (link.state !== "open") return { kind: "closed", link, state: link.state };
    if (error.code === "forbidden") return { kind: "forOther", link };
    return { kind: "unreadable", message: messageOf(error, texts) };
  }
}

function ForOther({ link, personName, texts }: Props & { readonly link: LinkView; personName: string }) {
  const [problem, setProblem] = useState<string>();
  const values = { name: link.fromName, email: link.email, person: personName };
  const handleSignOut = async () => {
    const { call, CallProblem, signOut } = await loadClient();
    try {
      await call(signOut, {});
      // The same page with the same secret, now for somebody who is not signed in.
      window.location.reload();
    } catch (error) {
      if (!(error instanceof CallProblem)) throw error;
      setProblem(messageOf(error, texts));
    }
  };
  return (
    <LinkPage title={texts.otherTitle} text={filled(texts.otherText, values)}>
      {problem ? <p className={styles.refusal}>{problem}</p> : null}
      <button type="button" className={styles.action} onClick={() => void handleSignOut()}>
        {texts.otherAction}
      </button>
      <a href="/contact-requests" className={styles.quietAction}>
        {texts.otherKeep}
      </a>
    </LinkPage>
  );
}
