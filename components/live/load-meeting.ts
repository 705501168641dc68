/** What is needed inside a meeting only. It is large, so the join page is usable before it is here. P2 */
export async function loadMeeting() {
  const [{ Stage }, { enterMeeting }, { askAdmission, readEntrance }] = await Promise.all([
    import("./stage.tsx"),
    import("./meeting-connection.ts"),
    import("./admission.ts"),
  ]);
  return { Stage, enterMeeting, askAdmission, readEntrance };
}

export type MeetingParts = Awaited<ReturnType<typeof loadMeeting>>;

/** Starts loading as soon as the page has nothing better to do, so that a press on Join finds everything here. */
export function preloadMeeting(): void {
  const load = () => void loadMeeting();
  if ("requestIdleCallback" in window) window.requestIdleCallback(load, { timeout: 2_000 });
  else setTimeout(load, 200);
}
