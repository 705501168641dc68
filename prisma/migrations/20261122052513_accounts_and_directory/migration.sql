-- CreateEnum
CREATE TYPE "RegistrationMode" AS ENUM ('OPEN', 'INVITED', 'CLOSED');

-- CreateEnum
CREATE TYPE "SecondFactorState" AS ENUM ('PENDING', 'ON');

-- CreateEnum
CREATE TYPE "ContactRequestState" AS ENUM ('PENDING', 'CONNECTED', 'DECLINED', 'WITHDRAWN', 'EXPIRED');

-- CreateEnum
CREATE TYPE "DecidedVia" AS ENUM ('MAIL', 'TAB');

-- CreateEnum
CREATE TYPE "ConnectionSource" AS ENUM ('CONTACT_REQUEST', 'INVITATION');

-- CreateEnum
CREATE TYPE "FileScope" AS ENUM ('AVATAR');

-- CreateEnum
CREATE TYPE "InvitationState" AS ENUM ('PENDING', 'ACCEPTED', 'DECLINED', 'EXPIRED');

-- AlterEnum
-- This migration adds more than one value to an enum.
-- With PostgreSQL versions 11 and earlier, this is not possible
-- in a single migration. This can be worked around by creating
-- multiple migrations, each migration adding only one value to
-- the enum.


ALTER TYPE "ActionPurpose" ADD VALUE 'ACTIVATE';
ALTER TYPE "ActionPurpose" ADD VALUE 'RESET_PASSWORD';
ALTER TYPE "ActionPurpose" ADD VALUE 'FIRST_PASSWORD';
ALTER TYPE "ActionPurpose" ADD VALUE 'CHANGE_EMAIL';
ALTER TYPE "ActionPurpose" ADD VALUE 'SECOND_FACTOR';
ALTER TYPE "ActionPurpose" ADD VALUE 'ACCEPT_TERMS';

-- AlterTable
ALTER TABLE "ActionToken" ADD COLUMN     "email" TEXT,
ADD COLUMN     "revokedAt" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "Person" ADD COLUMN     "avatarId" UUID,
ADD COLUMN     "company" TEXT,
ADD COLUMN     "phone" TEXT,
ADD COLUMN     "position" TEXT;

-- CreateTable
CREATE TABLE "AccountSettings" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "registrationMode" "RegistrationMode" NOT NULL DEFAULT 'OPEN',
    "minPasswordLength" INTEGER NOT NULL DEFAULT 10,
    "idleMinutes" INTEGER NOT NULL DEFAULT 20160,
    "mayEditPersonalData" BOOLEAN NOT NULL DEFAULT true,
    "mayChangeEmail" BOOLEAN NOT NULL DEFAULT true,
    "mayChangePassword" BOOLEAN NOT NULL DEFAULT true,
    "contactRequestsPerDay" INTEGER NOT NULL DEFAULT 20,
    "helpContact" TEXT,
    "downloadUrl" TEXT,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,
    "updatedById" UUID,

    CONSTRAINT "AccountSettings_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "TermsText" (
    "number" INTEGER NOT NULL,
    "locale" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "publishedAt" TIMESTAMPTZ(3) NOT NULL,
    "publishedById" UUID,

    CONSTRAINT "TermsText_pkey" PRIMARY KEY ("number","locale")
);

-- CreateTable
CREATE TABLE "TermsAcceptance" (
    "personId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "acceptedAt" TIMESTAMPTZ(3) NOT NULL,
    "address" TEXT,

    CONSTRAINT "TermsAcceptance_pkey" PRIMARY KEY ("personId","number")
);

-- CreateTable
CREATE TABLE "SecondFactor" (
    "personId" UUID NOT NULL,
    "secretSealed" TEXT NOT NULL,
    "state" "SecondFactorState" NOT NULL DEFAULT 'PENDING',
    "lastUsedStep" INTEGER NOT NULL DEFAULT 0,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "enabledAt" TIMESTAMPTZ(3),

    CONSTRAINT "SecondFactor_pkey" PRIMARY KEY ("personId")
);

-- CreateTable
CREATE TABLE "RecoveryCode" (
    "id" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "codeHash" TEXT NOT NULL,
    "usedAt" TIMESTAMPTZ(3),

    CONSTRAINT "RecoveryCode_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RateLimit" (
    "key" TEXT NOT NULL,
    "points" INTEGER NOT NULL,
    "expire" BIGINT,

    CONSTRAINT "RateLimit_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "ContactRequest" (
    "id" UUID NOT NULL,
    "senderId" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "emailNorm" TEXT NOT NULL,
    "addresseeId" UUID,
    "message" TEXT NOT NULL,
    "state" "ContactRequestState" NOT NULL DEFAULT 'PENDING',
    "tokenHash" TEXT NOT NULL,
    "acceptsOnArrival" BOOLEAN NOT NULL DEFAULT false,
    "sentCount" INTEGER NOT NULL DEFAULT 1,
    "lastSentAt" TIMESTAMPTZ(3) NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "decidedAt" TIMESTAMPTZ(3),
    "decidedVia" "DecidedVia",

    CONSTRAINT "ContactRequest_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Connection" (
    "id" UUID NOT NULL,
    "personAId" UUID NOT NULL,
    "personBId" UUID NOT NULL,
    "source" "ConnectionSource" NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,
    "endedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Connection_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "StoredFile" (
    "id" UUID NOT NULL,
    "ownerId" UUID NOT NULL,
    "scope" "FileScope" NOT NULL,
    "key" TEXT NOT NULL,
    "mediaType" TEXT NOT NULL,
    "sizeBytes" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "StoredFile_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Invitation" (
    "id" UUID NOT NULL,
    "organizationId" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "emailNorm" TEXT NOT NULL,
    "invitedById" UUID NOT NULL,
    "role" "OrganizationRole" NOT NULL DEFAULT 'USER',
    "departmentId" UUID,
    "message" TEXT NOT NULL,
    "state" "InvitationState" NOT NULL DEFAULT 'PENDING',
    "tokenHash" TEXT NOT NULL,
    "acceptsOnArrival" BOOLEAN NOT NULL DEFAULT false,
    "sentCount" INTEGER NOT NULL DEFAULT 1,
    "lastSentAt" TIMESTAMPTZ(3) NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "acceptedById" UUID,
    "acceptedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Invitation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AppSubscription" (
    "organizationId" UUID NOT NULL,
    "app" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "createdById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "AppSubscription_pkey" PRIMARY KEY ("organizationId","app")
);

-- CreateIndex
CREATE UNIQUE INDEX "RecoveryCode_personId_codeHash_key" ON "RecoveryCode"("personId", "codeHash");

-- CreateIndex
CREATE INDEX "RateLimit_expire_idx" ON "RateLimit"("expire");

-- CreateIndex
CREATE UNIQUE INDEX "ContactRequest_tokenHash_key" ON "ContactRequest"("tokenHash");

-- CreateIndex
CREATE INDEX "ContactRequest_senderId_createdAt_idx" ON "ContactRequest"("senderId", "createdAt" DESC);

-- CreateIndex
CREATE INDEX "ContactRequest_addresseeId_createdAt_idx" ON "ContactRequest"("addresseeId", "createdAt" DESC);

-- CreateIndex
CREATE INDEX "ContactRequest_emailNorm_idx" ON "ContactRequest"("emailNorm");

-- CreateIndex
CREATE INDEX "Connection_personBId_idx" ON "Connection"("personBId");

-- CreateIndex
CREATE UNIQUE INDEX "Connection_personAId_personBId_key" ON "Connection"("personAId", "personBId");

-- CreateIndex
CREATE UNIQUE INDEX "StoredFile_key_key" ON "StoredFile"("key");

-- CreateIndex
CREATE INDEX "StoredFile_ownerId_idx" ON "StoredFile"("ownerId");

-- CreateIndex
CREATE UNIQUE INDEX "Invitation_tokenHash_key" ON "Invitation"("tokenHash");

-- CreateIndex
CREATE INDEX "Invitation_organizationId_createdAt_idx" ON "Invitation"("organizationId", "createdAt" DESC);

-- CreateIndex
CREATE INDEX "Invitation_emailNorm_idx" ON "Invitation"("emailNorm");

-- CreateIndex
CREATE UNIQUE INDEX "AppSubscription_app_slug_key" ON "AppSubscription"("app", "slug");

-- CreateIndex
CREATE UNIQUE INDEX "Person_avatarId_key" ON "Person"("avatarId");

-- AddForeignKey
ALTER TABLE "Person" ADD CONSTRAINT "Person_avatarId_fkey" FOREIGN KEY ("avatarId") REFERENCES "StoredFile"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TermsAcceptance" ADD CONSTRAINT "TermsAcceptance_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SecondFactor" ADD CONSTRAINT "SecondFactor_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RecoveryCode" ADD CONSTRAINT "RecoveryCode_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ContactRequest" ADD CONSTRAINT "ContactRequest_senderId_fkey" FOREIGN KEY ("senderId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ContactRequest" ADD CONSTRAINT "ContactRequest_addresseeId_fkey" FOREIGN KEY ("addresseeId") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Connection" ADD CONSTRAINT "Connection_personAId_fkey" FOREIGN KEY ("personAId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Connection" ADD CONSTRAINT "Connection_personBId_fkey" FOREIGN KEY ("personBId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Invitation" ADD CONSTRAINT "Invitation_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Invitation" ADD CONSTRAINT "Invitation_invitedById_fkey" FOREIGN KEY ("invitedById") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Invitation" ADD CONSTRAINT "Invitation_acceptedById_fkey" FOREIGN KEY ("acceptedById") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Invitation" ADD CONSTRAINT "Invitation_departmentId_organizationId_fkey" FOREIGN KEY ("departmentId", "organizationId") REFERENCES "Department"("id", "organizationId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AppSubscription" ADD CONSTRAINT "AppSubscription_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What the schema language cannot say

ALTER TABLE "AccountSettings"
  ADD CONSTRAINT "AccountSettings_one_row" CHECK ("id" = 1),
  ADD CONSTRAINT "AccountSettings_bounds" CHECK (
    "minPasswordLength" BETWEEN 8 AND 100 AND "idleMinutes" BETWEEN 5 AND 129600 AND "contactRequestsPerDay" BETWEEN 1 AND 1000
  );

ALTER TABLE "ContactRequest"
  ADD CONSTRAINT "ContactRequest_email_norm" CHECK ("emailNorm" = lower("email")),
  ADD CONSTRAINT "ContactRequest_not_oneself" CHECK ("addresseeId" IS NULL OR "addresseeId" <> "senderId"),
  ADD CONSTRAINT "ContactRequest_decided" CHECK (("state" IN ('CONNECTED', 'DECLINED')) = ("decidedVia" IS NOT NULL));

-- One open request per sender and address (INV-06)
CREATE UNIQUE INDEX "ContactRequest_one_open" ON "ContactRequest" ("senderId", "emailNorm") WHERE "state" = 'PENDING';

-- One row a pair, and nobody with oneself (INV-08, INV-09)
ALTER TABLE "Connection" ADD CONSTRAINT "Connection_order" CHECK ("personAId" < "personBId");

ALTER TABLE "Invitation"
  ADD CONSTRAINT "Invitation_email_norm" CHECK ("emailNorm" = lower("email")),
  ADD CONSTRAINT "Invitation_accepted" CHECK (("state" = 'ACCEPTED') = ("acceptedAt" IS NOT NULL));

-- One open invitation per organization and address (INV-06)
CREATE UNIQUE INDEX "Invitation_one_open" ON "Invitation" ("organizationId", "emailNorm") WHERE "state" = 'PENDING';
