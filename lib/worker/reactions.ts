import "server-only";
import { mailEmailChange, mailEmailChanged } from "#lib/accounts/email-change/reactions";
import {
  accountActivated,
  emailChanged,
  emailChangeRequested,
  signInSessionRevoked,
} from "#lib/accounts/facts";
import { passwordResetRequested } from "#lib/accounts/passwords/facts";
import { mailPasswordReset } from "#lib/accounts/passwords/reactions";
import { cutSockets } from "#lib/accounts/reactions";
import {
  accountRegistered,
  activationRequested,
  registrationRepeated,
} from "#lib/accounts/registration/facts";
import { mailActivation, mailActivationAgain, mailOwner } from "#lib/accounts/registration/reactions";
import { securityChanged } from "#lib/accounts/security-notices/facts";
import { mailSecurityNotice } from "#lib/accounts/security-notices/reactions";
import {
  eventCancelled,
  eventChanged,
  eventScheduled,
  occurrenceCancelled,
  occurrenceChanged,
} from "#lib/calendar/facts";
import { passOnMeetings } from "#lib/calendar/handing-over/reactions";
import {
  mailCancellation,
  mailChange,
  mailInvitations,
  mailOccurrenceCancellation,
  mailOccurrenceChange,
} from "#lib/calendar/reactions";
import {
  recordAttendance,
  recordInvitations,
  recordLaterInvitations,
  recordSession,
} from "#lib/calls/reactions";
import { passOnRooms } from "#lib/conferences/handing-over/reactions";
import { peopleInvited } from "#lib/conferences/invited/facts";
import { mailInvited } from "#lib/conferences/invited/reactions";
import { contactRequestAccepted, contactRequestSent } from "#lib/contacts/facts";
import { joinByInvitation } from "#lib/contacts/joining/reactions";
import { connectArrived, mailConnection, mailRequest } from "#lib/contacts/reactions";
import { fileDeleted } from "#lib/files/facts";
import { removeObject } from "#lib/files/reactions";
import { attendanceChanged, sessionEnded } from "#lib/live/facts";
import { credentialsWanted, invitationSent, memberRemoved } from "#lib/organizations/facts";
import { mailCredentials, mailInvitation } from "#lib/organizations/reactions";
import { on } from "./fan-out.ts";

/** Who reacts to what: one line for each fact that somebody reacts to. */
export const reactions = [
  on(fileDeleted, { "files.removeObject": removeObject }),
  on(signInSessionRevoked, { "accounts.cutSockets": cutSockets }),
  on(securityChanged, { "accounts.mailSecurityNotice": mailSecurityNotice }),
  on(passwordResetRequested, { "accounts.mailPasswordReset": mailPasswordReset }),
  on(accountRegistered, { "registration.mailActivation": mailActivation }),
  on(registrationRepeated, { "registration.mailOwner": mailOwner }),
  on(activationRequested, { "registration.mailActivationAgain": mailActivationAgain }),
  on(emailChangeRequested, { "accounts.mailEmailChange": mailEmailChange }),
  on(emailChanged, { "accounts.mailEmailChanged": mailEmailChanged }),
  on(eventScheduled, {
    "calendar.mailInvitations": mailInvitations,
    "calls.recordInvitations": recordInvitations,
  }),
  on(eventChanged, {
    "calendar.mailChange": mailChange,
    "calls.recordLaterInvitations": recordLaterInvitations,
  }),
  on(eventCancelled, { "calendar.mailCancellation": mailCancellation }),
  on(occurrenceChanged, { "calendar.mailOccurrenceChange": mailOccurrenceChange }),
  on(occurrenceCancelled, { "calendar.mailOccurrenceCancellation": mailOccurrenceCancellation }),
  on(peopleInvited, { "conferences.mailInvited": mailInvited }),
  on(sessionEnded, { "calls.recordSession": recordSession }),
  on(attendanceChanged, { "calls.recordAttendance": recordAttendance }),
  on(invitationSent, { "organizations.mailInvitation": mailInvitation }),
  on(contactRequestSent, { "contacts.mailRequest": mailRequest }),
  on(contactRequestAccepted, { "contacts.mailConnection": mailConnection }),
  on(credentialsWanted, { "organizations.mailCredentials": mailCredentials }),
  on(memberRemoved, { "conferences.passOnRooms": passOnRooms, "calendar.passOnMeetings": passOnMeetings }),
  on(accountActivated, {
    "contacts.joinByInvitation": joinByInvitation,
    "contacts.connectArrived": connectArrived,
  }),
];
