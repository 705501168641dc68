import "server-only";
import NextAuth from "next-auth";
import Credentials from "next-auth/providers/credentials";
import { z } from "zod";
import { forgetSession, redeemTicket } from "#lib/accounts/commands";
import { configuration } from "#lib/adapters/configuration";
import { database } from "#lib/adapters/database/client";
import { inTransaction } from "#lib/adapters/database/context";
import { defaultLocale, type RequestContext } from "#lib/shared/context";
import { SignInSessionId } from "#lib/shared/ids";

/**
 * How long the cookie itself lives, longer than any idle limit; the sign-in session's row decides whether it still opens
 * anything. GAP-039
 */
const cookieLifetimeSeconds = 180 * 24 * 60 * 60;

const Ticket = z.object({ ticket: z.string().min(20).max(200) });

/**
 * next-auth keeps the cookie: it encrypts the sign-in session's id into it and takes it away at sign-out.
 * The only credential it takes is the one-time ticket that `accounts/commands.signIn` hands out after every check,
 * so that there is one way in. SIG-14, INV-13
 */
export const { handlers, auth, signIn, signOut } = NextAuth(() => ({
  secret: configuration().authSecret,
  trustHost: true,
  session: { strategy: "jwt", maxAge: cookieLifetimeSeconds },
  useSecureCookies: configuration().isSecure,
  pages: { signIn: "/sign-in", error: "/sign-in" },
  providers: [Credentials({ credentials: { ticket: {} }, authorize: authorizeTicket })],
  callbacks: {
    jwt: ({ token }) => ({ sub: token.sub }),
    session: ({ session, token }) => ({ expires: session.expires, user: { id: token.sub } }),
  },
  events: { signOut: (message) => ("token" in message ? forgetCookie(message.token?.sub) : undefined) },
  logger: { error: () => undefined, warn: () => undefined, debug: () => undefined },
}));

async function authorizeTicket(credentials: unknown): Promise<{ id: string } | null> {
  const parsed = Ticket.safeParse(credentials);
  if (!parsed.success) return null;
  const sessionId = await inTransaction(cookieRequest(), database(), (context) =>
    redeemTicket(context, parsed.data),
  );
  return sessionId ? { id: sessionId } : null;
}

/** Whichever way the cookie is taken away, a copy of it opens nothing any more. SIG-36 */
async function forgetCookie(sub: unknown): Promise<void> {
  const sessionId = SignInSessionId.safeParse(sub);
  if (!sessionId.success) return;
  await inTransaction(cookieRequest(), database(), (context) => forgetSession(context, sessionId.data));
}

function cookieRequest(): RequestContext {
  return {
    actor: { kind: "system", reason: "sign-in cookie" },
    now: new Date(),
    locale: defaultLocale,
    requestId: "sign-in",
  };
}
