import type { RoomDraft, RoomView } from "#lib/conferences/rooms/schema";
import { type InvitedDraft, inviteeOf } from "../calendar/event-draft.ts";
import type { ConferencePart, InvitedPart } from "../calendar/form-fields.ts";

/** What stands in the form of a room, as typed. */
export type RoomForm = ConferencePart & InvitedPart & { readonly title: string; readonly location: string };

/** A form in which the title is enough. */
export const blankRoom: RoomForm = {
  title: "",
  location: "",
  access: "PRIVATE",
  mode: "EQUAL",
  pin: "",
  isRecordingPlanned: false,
  invited: [],
};

/** The form for a room that exists. */
export function roomFormOf(room: RoomView): RoomForm {
  const { title, access, mode, isRecordingPlanned } = room;
  return {
    ...{ title, access, mode, isRecordingPlanned },
    location: room.location ?? "",
    pin: room.pin ?? "",
    invited: room.participants.map(
      (participant): InvitedDraft =>
        participant.kind === "person"
          ? {
              kind: "person",
              personId: participant.personId,
              name: participant.name,
              avatarId: participant.avatarId,
              role: participant.role,
            }
          : { kind: "email", email: participant.email, name: participant.name, role: participant.role },
    ),
  };
}

/** What the form itself can tell to be wrong; keys of `rooms.form.errors`. */
export type RoomFormError = "titleMissing" | "notAPin";

export type RoomFormErrors = Readonly<Partial<Record<"title" | "pin", RoomFormError>>>;

/** The draft to be sent, or where it is not complete. Everything else is judged by the server. */
export function roomDraftOf(
  form: RoomForm,
):
  | { readonly kind: "ready"; readonly input: RoomDraft }
  | { readonly kind: "incomplete"; readonly errors: RoomFormErrors } {
  const title = form.title.trim();
  const errors: RoomFormErrors = {
    ...(title === "" ? { title: "titleMissing" } : {}),
    ...(form.pin === "" || /^\d{4,10}$/.test(form.pin) ? {} : { pin: "notAPin" }),
  };
  if (Object.keys(errors).length > 0) return { kind: "incomplete", errors };
  const { access, mode, isRecordingPlanned } = form;
  return {
    kind: "ready",
    input: {
      ...{ title, access, mode, isRecordingPlanned },
      location: form.location.trim() === "" ? null : form.location.trim(),
      pin: form.pin === "" ? null : form.pin,
      participants: form.invited.map(inviteeOf),
    },
  };
}
