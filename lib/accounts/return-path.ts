/** Stands for our own origin, whatever it is: a path that leads away from it leads away from ours. */
const anyOrigin = "http://portal.invalid";

/**
 * The path to go to after sign-in: the wanted one if it stays on our origin and is a page, else `fallback`. Anything a
 * browser might read as another host (`//host`, `/\host`, control characters) is not followed. SIG-01
 */
export function safeReturnPath(wanted: unknown, fallback = "/"): string {
  if (typeof wanted !== "string" || wanted.length > 2_000) return fallback;
  if (!wanted.startsWith("/") || wanted.startsWith("//")) return fallback;
  if (/[\\\p{Cc}]/u.test(wanted)) return fallback;
  if (!URL.canParse(wanted, anyOrigin)) return fallback;
  const { origin, pathname, search, hash } = new URL(wanted, anyOrigin);
  // Dots are resolved by now: "/.//host" has become "//host".
  if (origin !== anyOrigin || pathname.startsWith("//")) return fallback;
  if (
    /^\/(api|sign-in|second-factor|terms|first-password|forgot-password|reset-password|choose-password|setup)(\/|$)/.test(
      pathname,
    )
  )
    return fallback;
  return `${pathname}${search}${hash}`;
}
