import { z } from "zod";

/** When sign-in is blocked after wrong passwords: whether, after how many in a row, for how long. ADM-05..07 */
export const LockoutSettings = z.strictObject({
  isEnabled: z.boolean(),
  maxAttempts: z.number().int().min(1).max(100),
  /** At most a week. */
  periodMinutes: z.number().int().min(1).max(10_080),
});
export type LockoutSettings = z.infer<typeof LockoutSettings>;

/** What holds until the administrator sets something else. GAP-036 */
export const defaultLockout: LockoutSettings = { isEnabled: true, maxAttempts: 5, periodMinutes: 15 };
