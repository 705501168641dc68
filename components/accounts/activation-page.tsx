"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import type { ActivationView } from "#lib/accounts/registration/schema";
import styles from "./account-form.module.css";
import { type AgainTexts, SendAgain } from "./activation-again.tsx";
import { secretInAddress } from "./registration-link.ts";
import { type FormTexts, useSending } from "./use-sending.ts";

type Texts = AgainTexts & {
  readonly title: string;
  readonly working: string;
  readonly unknownTitle: string;
  readonly unknownText: string;
  readonly expiredTitle: string;
  readonly expiredText: string;
  readonly otherTitle: string;
  readonly otherAlreadyTitle: string;
  readonly otherText: string;
  readonly signOut: string;
  readonly stay: string;
  readonly retry: string;
  readonly register: string;
};

type Outcome = ActivationView | { readonly state: "unknown" | "refused"; readonly message?: string };

/** Opens the activation link that stands behind # in the address; safe to repeat. ACC-16, ACC-17, GAP-026 */
export function ActivationPage({ texts }: { readonly texts: Texts }) {
  const [outcome, setOutcome] = useState<Outcome>();
  const router = useRouter();
  const isStarted = useRef(false);
  const open = async () => {
    setOutcome(undefined);
    const found = await activate(texts);
    if ("isOtherSignedIn" in found && found.state !== "expired" && !found.isOtherSignedIn) {
      router.replace(`/sign-in?note=${found.state}`);
    } else {
      setOutcome(found);
    }
  };
  const start = useRef(open);
  useEffect(() => {
    if (isStarted.current) return;
    isStarted.current = true;
    void start.current();
  }, []);
  if (!outcome) return <Said title={texts.title} text={texts.working} />;
  switch (outcome.state) {
    case "refused":
      return <Refused message={outcome.message ?? texts.failed} texts={texts} onRetry={open} />;
    case "unknown":
      return <Unknown texts={texts} />;
    case "expired":
      return <Expired texts={texts} />;
    default:
      return <OtherSignedIn wasActive={outcome.state === "alreadyActive"} texts={texts} />;
  }
}

function Said({ title, text }: { readonly title: string; readonly text: string }) {
  return (
    <div role="status">
      <h1 className={styles.title}>{title}</h1>
      <p className={styles.lead}>{text}</p>
    </div>
  );
}

type PartProps = { readonly texts: Texts };

function Refused({
  message,
  texts,
  onRetry,
}: PartProps & { readonly message: string; readonly onRetry: () => void }) {
  return (
    <>
      <Said title={texts.title} text={message} />
      <div className={styles.again}>
        <button type="button" className={styles.action} onClick={onRetry}>
          {texts.retry}
        </button>
      </div>
    </>
  );
}

function Unknown({ texts }: PartProps) {
  return (
    <>
      <Said title={texts.unknownTitle} text={texts.unknownText} />
      <p className={styles.after}>
        <a href="/register" className={styles.link}>
          {texts.register}
        </a>
      </p>
    </>
  );
}

function Expired({ texts }: PartProps) {
  return (
    <>
      <Said title={texts.expiredTitle} text={texts.expiredText} />
      <SendAgain onSend={renew} texts={texts} />
    </>
  );
}

function OtherSignedIn({ wasActive, texts }: PartProps & { readonly wasActive: boolean }) {
  const { isSending, refusal, send } = useSending(texts);
  const handleSignOut = () =>
    void send(async () => {
      const [{ call }, { signOut }] = await Promise.all([
        import("#lib/door/call"),
        import("#lib/accounts/endpoints"),
      ]);
      await call(signOut, {});
      window.location.replace(`/sign-in?note=${wasActive ? "alreadyActive" : "activated"}`);
    });
  return (
    <>
      <Said title={wasActive ? texts.otherAlreadyTitle : texts.otherTitle} text={texts.otherText} />
      <div className={styles.again}>
        <button type="button" className={styles.action} aria-disabled={isSending} onClick={handleSignOut}>
          {texts.signOut}
        </button>
        <a href="/home" className={styles.link}>
          {texts.stay}
        </a>
        {refusal.message ? (
          <p className={styles.error} role="alert">
            {refusal.message}
          </p>
        ) : null}
      </div>
    </>
  );
}

async function activate(texts: Pick<FormTexts, "offline" | "failed">): Promise<Outcome> {
  const loaded = await Promise.all([
    import("#lib/door/call"),
    import("#lib/accounts/registration/endpoints"),
  ]).catch(() => null);
  if (!loaded) return { state: "refused", message: texts.offline };
  const [{ call, CallProblem }, { activateAccount }] = loaded;
  try {
    return await call(activateAccount, { secret: secretInAddress() });
  } catch (error) {
    if (!(error instanceof CallProblem)) throw error;
    // A secret cut short by a mail program is refused as input.
    if (error.code === "not_found" || error.code === "invalid_input") return { state: "unknown" };
    return { state: "refused", message: error.code === "offline" ? texts.offline : error.message };
  }
}

async function renew(): Promise<void> {
  const [{ call }, { renewActivation }] = await Promise.all([
    import("#lib/door/call"),
    import("#lib/accounts/registration/endpoints"),
  ]);
  await call(renewActivation, { secret: secretInAddress() });
}
