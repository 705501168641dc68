import Bowser from "bowser";

/** What a browser says of itself; null where it says nothing that is known. */
export type Device = {
  readonly browser: string | null;
  readonly system: string | null;
  readonly form: "desktop" | "mobile" | "tablet" | "unknown";
};

const nothingKnown: Device = { browser: null, system: null, form: "unknown" };

/** The device behind a User-Agent header. It is what the browser claims, so it helps to recognise a device and proves nothing. */
export function deviceOf(userAgent: string | null): Device {
  if (!userAgent?.trim()) return nothingKnown;
  const { browser, os, platform } = Bowser.parse(userAgent);
  return { browser: browser.name || null, system: os.name || null, form: formOf(platform.type) };
}

function formOf(type: string | undefined): Device["form"] {
  return type === "desktop" || type === "mobile" || type === "tablet" ? type : "unknown";
}
