-- CreateEnum
CREATE TYPE "AccountState" AS ENUM ('WAITING_EMAIL', 'WAITING_TERMS', 'ACTIVE', 'DISABLED');

-- CreateEnum
CREATE TYPE "ActionPurpose" AS ENUM ('SETUP', 'SET_PASSWORD');

-- CreateEnum
CREATE TYPE "AttendeeResponse" AS ENUM ('NEEDS_ACTION', 'ACCEPTED', 'DECLINED', 'TENTATIVE');

-- CreateEnum
CREATE TYPE "CallRecordKind" AS ENUM ('CALL', 'CONFERENCE', 'CONFERENCE_INVITATION');

-- CreateEnum
CREATE TYPE "CallDirection" AS ENUM ('IN', 'OUT');

-- CreateEnum
CREATE TYPE "CallOutcome" AS ENUM ('ANSWERED', 'MISSED', 'DECLINED', 'RUNNING', 'INVITED');

-- CreateEnum
CREATE TYPE "ConferenceKind" AS ENUM ('SCHEDULED', 'ROOM', 'AD_HOC');

-- CreateEnum
CREATE TYPE "ConferenceAccess" AS ENUM ('PRIVATE', 'PUBLIC');

-- CreateEnum
CREATE TYPE "ConferenceMode" AS ENUM ('EQUAL', 'MODERATED', 'SMART', 'LECTURE');

-- CreateEnum
CREATE TYPE "ConferenceRole" AS ENUM ('MODERATOR', 'PARTICIPANT');

-- CreateEnum
CREATE TYPE "LicenceKind" AS ENUM ('PERMANENT', 'TEMPORARY');

-- CreateEnum
CREATE TYPE "MailState" AS ENUM ('QUEUED', 'SENT', 'FAILED');

-- CreateEnum
CREATE TYPE "OrganizationRole" AS ENUM ('ADMIN', 'USER');

-- CreateTable
CREATE TABLE "Person" (
    "id" UUID NOT NULL,
    "username" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "emailNorm" TEXT NOT NULL,
    "emailVerifiedAt" TIMESTAMPTZ(3),
    "passwordHash" TEXT,
    "mustChangePassword" BOOLEAN NOT NULL DEFAULT false,
    "state" "AccountState" NOT NULL,
    "isServerAdmin" BOOLEAN NOT NULL DEFAULT false,
    "firstName" TEXT NOT NULL,
    "lastName" TEXT NOT NULL,
    "displayName" TEXT,
    "timeZone" TEXT NOT NULL DEFAULT 'UTC',
    "locale" TEXT,
    "lastSignInAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "LoginGuard" (
    "personId" UUID NOT NULL,
    "failedCount" INTEGER NOT NULL DEFAULT 0,
    "lastFailedAt" TIMESTAMPTZ(3),
    "lockedUntil" TIMESTAMPTZ(3),
    "unlockedById" UUID,
    "unlockedAt" TIMESTAMPTZ(3),

    CONSTRAINT "LoginGuard_pkey" PRIMARY KEY ("personId")
);

-- CreateTable
CREATE TABLE "LockoutPolicy" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "isEnabled" BOOLEAN NOT NULL DEFAULT true,
    "maxAttempts" INTEGER NOT NULL DEFAULT 5,
    "periodMinutes" INTEGER NOT NULL DEFAULT 15,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,
    "updatedById" UUID,

    CONSTRAINT "LockoutPolicy_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SignInSession" (
    "id" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "ticketHash" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "lastSeenAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "revokedAt" TIMESTAMPTZ(3),
    "revokeReason" TEXT,
    "userAgent" TEXT,
    "address" TEXT,

    CONSTRAINT "SignInSession_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ActionToken" (
    "id" UUID NOT NULL,
    "purpose" "ActionPurpose" NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "personId" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "usedAt" TIMESTAMPTZ(3),

    CONSTRAINT "ActionToken_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AuditEntry" (
    "id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "actorId" UUID,
    "action" TEXT NOT NULL,
    "targetType" TEXT NOT NULL,
    "targetId" TEXT NOT NULL,
    "details" JSONB NOT NULL DEFAULT '{}',
    "address" TEXT,
    "requestId" TEXT NOT NULL,

    CONSTRAINT "AuditEntry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "IdempotencyRecord" (
    "actor" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "endpoint" TEXT NOT NULL,
    "requestHash" TEXT NOT NULL,
    "response" JSONB,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "IdempotencyRecord_pkey" PRIMARY KEY ("actor","key")
);

-- CreateTable
CREATE TABLE "Event" (
    "id" UUID NOT NULL,
    "uid" TEXT NOT NULL,
    "sequence" INTEGER NOT NULL DEFAULT 0,
    "organizerId" UUID NOT NULL,
    "conferenceId" UUID,
    "title" TEXT NOT NULL,
    "description" TEXT,
    "location" TEXT,
    "localStart" TEXT NOT NULL,
    "durationMinutes" INTEGER NOT NULL,
    "timeZone" TEXT NOT NULL,
    "rrule" TEXT,
    "windowStart" TIMESTAMPTZ(3) NOT NULL,
    "windowEnd" TIMESTAMPTZ(3),
    "cancelledAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "EventException" (
    "eventId" UUID NOT NULL,
    "originalLocalStart" TEXT NOT NULL,
    "isCancelled" BOOLEAN NOT NULL DEFAULT false,
    "localStart" TEXT,
    "durationMinutes" INTEGER,
    "title" TEXT,
    "description" TEXT,
    "location" TEXT,

    CONSTRAINT "EventException_pkey" PRIMARY KEY ("eventId","originalLocalStart")
);

-- CreateTable
CREATE TABLE "EventAttendee" (
    "id" UUID NOT NULL,
    "eventId" UUID NOT NULL,
    "personId" UUID,
    "name" TEXT,
    "email" TEXT,
    "emailNorm" TEXT,
    "response" "AttendeeResponse" NOT NULL DEFAULT 'NEEDS_ACTION',

    CONSTRAINT "EventAttendee_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CalendarFeed" (
    "id" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "changedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "lastUsedAt" TIMESTAMPTZ(3),
    "revokedAt" TIMESTAMPTZ(3),

    CONSTRAINT "CalendarFeed_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CallRecord" (
    "id" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "kind" "CallRecordKind" NOT NULL,
    "direction" "CallDirection" NOT NULL,
    "outcome" "CallOutcome" NOT NULL,
    "title" TEXT NOT NULL,
    "peerName" TEXT NOT NULL,
    "conferenceId" UUID,
    "sourceKey" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "durationSeconds" INTEGER,

    CONSTRAINT "CallRecord_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Conference" (
    "id" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "kind" "ConferenceKind" NOT NULL,
    "title" TEXT NOT NULL,
    "ownerId" UUID NOT NULL,
    "access" "ConferenceAccess" NOT NULL DEFAULT 'PRIVATE',
    "mode" "ConferenceMode" NOT NULL DEFAULT 'EQUAL',
    "pinSealed" TEXT,
    "location" TEXT,
    "isRecordingPlanned" BOOLEAN NOT NULL DEFAULT false,
    "isLocked" BOOLEAN NOT NULL DEFAULT false,
    "lastUsedAt" TIMESTAMPTZ(3),
    "cancelledAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Conference_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ConferenceParticipant" (
    "id" UUID NOT NULL,
    "conferenceId" UUID NOT NULL,
    "personId" UUID,
    "name" TEXT,
    "email" TEXT,
    "emailNorm" TEXT,
    "role" "ConferenceRole" NOT NULL DEFAULT 'PARTICIPANT',
    "invitedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ConferenceParticipant_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "JoinGuard" (
    "conferenceId" UUID NOT NULL,
    "who" TEXT NOT NULL,
    "wrongPinCount" INTEGER NOT NULL DEFAULT 0,
    "blockedUntil" TIMESTAMPTZ(3),

    CONSTRAINT "JoinGuard_pkey" PRIMARY KEY ("conferenceId","who")
);

-- CreateTable
CREATE TABLE "LicenceGrant" (
    "personId" UUID NOT NULL,
    "kind" "LicenceKind" NOT NULL,
    "validUntil" TIMESTAMPTZ(3),
    "grantedById" UUID,
    "grantedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "LicenceGrant_pkey" PRIMARY KEY ("personId")
);

-- CreateTable
CREATE TABLE "ConferenceSession" (
    "id" UUID NOT NULL,
    "conferenceId" UUID NOT NULL,
    "mediaRoom" TEXT NOT NULL,
    "startedAt" TIMESTAMPTZ(3) NOT NULL,
    "endedAt" TIMESTAMPTZ(3),
    "endReason" TEXT,

    CONSTRAINT "ConferenceSession_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Attendance" (
    "connectionId" TEXT NOT NULL,
    "sessionId" UUID NOT NULL,
    "personId" UUID,
    "identity" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "joinedAt" TIMESTAMPTZ(3),
    "leftAt" TIMESTAMPTZ(3),

    CONSTRAINT "Attendance_pkey" PRIMARY KEY ("connectionId")
);

-- CreateTable
CREATE TABLE "MediaEvent" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "mediaRoom" TEXT NOT NULL,
    "receivedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "MediaEvent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "OutgoingMail" (
    "id" UUID NOT NULL,
    "dedupeKey" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "toName" TEXT,
    "toAddress" TEXT NOT NULL,
    "replyTo" TEXT,
    "locale" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "html" TEXT NOT NULL,
    "icalendarMethod" TEXT,
    "icalendarText" TEXT,
    "state" "MailState" NOT NULL DEFAULT 'QUEUED',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "lastError" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "sentAt" TIMESTAMPTZ(3),

    CONSTRAINT "OutgoingMail_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Organization" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "website" TEXT,
    "vatNumber" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Organization_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Department" (
    "id" UUID NOT NULL,
    "organizationId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "nameNorm" TEXT NOT NULL,
    "description" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Department_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Membership" (
    "personId" UUID NOT NULL,
    "organizationId" UUID NOT NULL,
    "role" "OrganizationRole" NOT NULL DEFAULT 'USER',
    "departmentId" UUID,
    "joinedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Membership_pkey" PRIMARY KEY ("personId")
);

-- CreateIndex
CREATE UNIQUE INDEX "Person_username_key" ON "Person"("username");

-- CreateIndex
CREATE UNIQUE INDEX "Person_emailNorm_key" ON "Person"("emailNorm");

-- CreateIndex
CREATE INDEX "Person_lastName_firstName_idx" ON "Person"("lastName", "firstName");

-- CreateIndex
CREATE UNIQUE INDEX "SignInSession_ticketHash_key" ON "SignInSession"("ticketHash");

-- CreateIndex
CREATE INDEX "SignInSession_personId_expiresAt_idx" ON "SignInSession"("personId", "expiresAt");

-- CreateIndex
CREATE UNIQUE INDEX "ActionToken_tokenHash_key" ON "ActionToken"("tokenHash");

-- CreateIndex
CREATE INDEX "ActionToken_personId_purpose_idx" ON "ActionToken"("personId", "purpose");

-- CreateIndex
CREATE INDEX "AuditEntry_at_idx" ON "AuditEntry"("at" DESC);

-- CreateIndex
CREATE INDEX "AuditEntry_targetType_targetId_at_idx" ON "AuditEntry"("targetType", "targetId", "at" DESC);

-- CreateIndex
CREATE INDEX "IdempotencyRecord_createdAt_idx" ON "IdempotencyRecord"("createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "Event_uid_key" ON "Event"("uid");

-- CreateIndex
CREATE UNIQUE INDEX "Event_conferenceId_key" ON "Event"("conferenceId");

-- CreateIndex
CREATE INDEX "Event_organizerId_windowStart_windowEnd_idx" ON "Event"("organizerId", "windowStart", "windowEnd");

-- CreateIndex
CREATE INDEX "EventAttendee_personId_idx" ON "EventAttendee"("personId");

-- CreateIndex
CREATE UNIQUE INDEX "EventAttendee_eventId_personId_key" ON "EventAttendee"("eventId", "personId");

-- CreateIndex
CREATE UNIQUE INDEX "EventAttendee_eventId_emailNorm_key" ON "EventAttendee"("eventId", "emailNorm");

-- CreateIndex
CREATE UNIQUE INDEX "CalendarFeed_tokenHash_key" ON "CalendarFeed"("tokenHash");

-- CreateIndex
CREATE INDEX "CalendarFeed_personId_idx" ON "CalendarFeed"("personId");

-- CreateIndex
CREATE INDEX "CallRecord_personId_at_idx" ON "CallRecord"("personId", "at" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "CallRecord_personId_sourceKey_key" ON "CallRecord"("personId", "sourceKey");

-- CreateIndex
CREATE UNIQUE INDEX "Conference_number_key" ON "Conference"("number");

-- CreateIndex
CREATE INDEX "Conference_ownerId_kind_idx" ON "Conference"("ownerId", "kind");

-- CreateIndex
CREATE INDEX "ConferenceParticipant_personId_idx" ON "ConferenceParticipant"("personId");

-- CreateIndex
CREATE UNIQUE INDEX "ConferenceParticipant_conferenceId_personId_key" ON "ConferenceParticipant"("conferenceId", "personId");

-- CreateIndex
CREATE UNIQUE INDEX "ConferenceParticipant_conferenceId_emailNorm_key" ON "ConferenceParticipant"("conferenceId", "emailNorm");

-- CreateIndex
CREATE UNIQUE INDEX "ConferenceSession_mediaRoom_key" ON "ConferenceSession"("mediaRoom");

-- CreateIndex
CREATE INDEX "ConferenceSession_conferenceId_startedAt_idx" ON "ConferenceSession"("conferenceId", "startedAt" DESC);

-- CreateIndex
CREATE INDEX "Attendance_sessionId_idx" ON "Attendance"("sessionId");

-- CreateIndex
CREATE INDEX "Attendance_personId_idx" ON "Attendance"("personId");

-- CreateIndex
CREATE INDEX "MediaEvent_receivedAt_idx" ON "MediaEvent"("receivedAt");

-- CreateIndex
CREATE UNIQUE INDEX "OutgoingMail_dedupeKey_key" ON "OutgoingMail"("dedupeKey");

-- CreateIndex
CREATE INDEX "OutgoingMail_state_createdAt_idx" ON "OutgoingMail"("state", "createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "Department_organizationId_nameNorm_key" ON "Department"("organizationId", "nameNorm");

-- CreateIndex
CREATE UNIQUE INDEX "Department_id_organizationId_key" ON "Department"("id", "organizationId");

-- CreateIndex
CREATE INDEX "Membership_organizationId_idx" ON "Membership"("organizationId");

-- AddForeignKey
ALTER TABLE "LoginGuard" ADD CONSTRAINT "LoginGuard_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SignInSession" ADD CONSTRAINT "SignInSession_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ActionToken" ADD CONSTRAINT "ActionToken_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Event" ADD CONSTRAINT "Event_organizerId_fkey" FOREIGN KEY ("organizerId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Event" ADD CONSTRAINT "Event_conferenceId_fkey" FOREIGN KEY ("conferenceId") REFERENCES "Conference"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EventException" ADD CONSTRAINT "EventException_eventId_fkey" FOREIGN KEY ("eventId") REFERENCES "Event"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EventAttendee" ADD CONSTRAINT "EventAttendee_eventId_fkey" FOREIGN KEY ("eventId") REFERENCES "Event"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EventAttendee" ADD CONSTRAINT "EventAttendee_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CalendarFeed" ADD CONSTRAINT "CalendarFeed_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CallRecord" ADD CONSTRAINT "CallRecord_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CallRecord" ADD CONSTRAINT "CallRecord_conferenceId_fkey" FOREIGN KEY ("conferenceId") REFERENCES "Conference"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Conference" ADD CONSTRAINT "Conference_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ConferenceParticipant" ADD CONSTRAINT "ConferenceParticipant_conferenceId_fkey" FOREIGN KEY ("conferenceId") REFERENCES "Conference"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ConferenceParticipant" ADD CONSTRAINT "ConferenceParticipant_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "JoinGuard" ADD CONSTRAINT "JoinGuard_conferenceId_fkey" FOREIGN KEY ("conferenceId") REFERENCES "Conference"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LicenceGrant" ADD CONSTRAINT "LicenceGrant_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ConferenceSession" ADD CONSTRAINT "ConferenceSession_conferenceId_fkey" FOREIGN KEY ("conferenceId") REFERENCES "Conference"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Attendance" ADD CONSTRAINT "Attendance_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES "ConferenceSession"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Attendance" ADD CONSTRAINT "Attendance_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Department" ADD CONSTRAINT "Department_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Membership" ADD CONSTRAINT "Membership_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Membership" ADD CONSTRAINT "Membership_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Membership" ADD CONSTRAINT "Membership_departmentId_organizationId_fkey" FOREIGN KEY ("departmentId", "organizationId") REFERENCES "Department"("id", "organizationId") ON DELETE RESTRICT ON UPDATE CASCADE;


-- What the schema language cannot say

ALTER TABLE "LockoutPolicy"
  ADD CONSTRAINT "LockoutPolicy_one_row" CHECK ("id" = 1),
  ADD CONSTRAINT "LockoutPolicy_bounds" CHECK ("maxAttempts" BETWEEN 1 AND 100 AND "periodMinutes" BETWEEN 1 AND 10080);

ALTER TABLE "Person"
  ADD CONSTRAINT "Person_username_norm" CHECK ("username" = lower("username")),
  ADD CONSTRAINT "Person_email_norm" CHECK ("emailNorm" = lower("email"));

ALTER TABLE "LicenceGrant"
  ADD CONSTRAINT "LicenceGrant_valid_until" CHECK (("kind" = 'TEMPORARY') = ("validUntil" IS NOT NULL));

ALTER TABLE "ConferenceParticipant"
  ADD CONSTRAINT "ConferenceParticipant_somebody" CHECK (("personId" IS NULL) <> ("emailNorm" IS NULL)),
  ADD CONSTRAINT "ConferenceParticipant_email_norm" CHECK ("emailNorm" = lower("email"));

ALTER TABLE "EventAttendee"
  ADD CONSTRAINT "EventAttendee_somebody" CHECK (("personId" IS NULL) <> ("emailNorm" IS NULL)),
  ADD CONSTRAINT "EventAttendee_email_norm" CHECK ("emailNorm" = lower("email"));

ALTER TABLE "Event"
  ADD CONSTRAINT "Event_duration" CHECK ("durationMinutes" > 0),
  ADD CONSTRAINT "Event_window" CHECK ("windowEnd" IS NULL OR "windowEnd" > "windowStart"),
  ADD CONSTRAINT "Event_local_start" CHECK ("localStart" ~ '^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$');

-- One feed per person that is not revoked
CREATE UNIQUE INDEX "CalendarFeed_one_open" ON "CalendarFeed" ("personId") WHERE "revokedAt" IS NULL;

-- One open session per conference
CREATE UNIQUE INDEX "ConferenceSession_one_open" ON "ConferenceSession" ("conferenceId") WHERE "endedAt" IS NULL;

-- A lock is on only while the conference can be joined; it ends with the session (INV-27)
ALTER TABLE "ConferenceSession"
  ADD CONSTRAINT "ConferenceSession_order" CHECK ("endedAt" IS NULL OR "endedAt" >= "startedAt");
