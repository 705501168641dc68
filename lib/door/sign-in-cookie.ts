import "server-only";
import { z } from "zod";
import type { Context, SteppingContext } from "#lib/adapters/database/context";
import type { Endpoint } from "#lib/shared/endpoint";
import { signIn, signOut } from "./auth.ts";
import { handle, handleSteps } from "./handle.ts";

const Finished = z.object({ kind: z.literal("signedIn"), ticket: z.string() });

/**
 * `handleSteps` for a command that may end a sign-in: lets next-auth turn its ticket into the cookie, after the command's
 * steps are committed. The endpoint's output leaves the ticket out of the answer.
 */
export function handleSignIn<Input extends z.ZodType, Output extends z.ZodType>(
  endpoint: Endpoint<Input, Output>,
  command: (context: SteppingContext, input: z.output<Input>) => Promise<z.input<Output>>,
) {
  return handleSteps(endpoint, async (context, input) => {
    const outcome = await command(context, input);
    const finished = Finished.safeParse(outcome);
    if (finished.success) {
      await signIn("credentials", { ticket: finished.data.ticket, redirect: false, redirectTo: "/" });
    }
    return outcome;
  });
}

/** `handle` for the command that ends the sign-in session: takes the cookie away after the commit. */
export function handleSignOut<Input extends z.ZodType, Output extends z.ZodType>(
  endpoint: Endpoint<Input, Output>,
  command: (context: Context, input: z.output<Input>) => Promise<z.input<Output>>,
) {
  return handle(endpoint, async (context, input) => {
    context.afterCommit(async () => {
      await signOut({ redirect: false, redirectTo: "/" });
    });
    return command(context, input);
  });
}
