-- CreateTable
CREATE TABLE "Draft" (
    "id" UUID NOT NULL,
    "tokenHash" BYTEA NOT NULL,
    "serviceId" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "raw" JSONB NOT NULL,
    "sealed" JSONB NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Draft_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CaseFile" (
    "id" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "serial" SERIAL NOT NULL,
    "draftTokenHash" BYTEA NOT NULL,
    "serviceId" TEXT NOT NULL,
    "formVersion" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "filedAt" TIMESTAMPTZ(3) NOT NULL,
    "filedOn" DATE NOT NULL,
    "dueOn" DATE NOT NULL,
    "status" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "masked" BOOLEAN NOT NULL DEFAULT false,
    "answers" JSONB NOT NULL,
    "sealed" JSONB NOT NULL,
    "words" JSONB NOT NULL,
    "wordsOfCitizen" JSONB NOT NULL,
    "wordsAsSent" JSONB,
    "findings" JSONB NOT NULL,
    "ticks" TEXT[],
    "claimedById" UUID,
    "claimedAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 0,
    "decidedAt" TIMESTAMPTZ(3),
    "closedAt" TIMESTAMPTZ(3),

    CONSTRAINT "CaseFile_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Event" (
    "id" BIGSERIAL NOT NULL,
    "caseId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "kind" TEXT NOT NULL,
    "clerkId" UUID,
    "detail" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "Event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Query" (
    "id" UUID NOT NULL,
    "caseId" UUID NOT NULL,
    "clerkId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "reasons" TEXT[],
    "note" TEXT NOT NULL,
    "answeredAt" TIMESTAMPTZ(3),

    CONSTRAINT "Query_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Letter" (
    "id" UUID NOT NULL,
    "caseId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "pdf" BYTEA NOT NULL,
    "sha256" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "clerkId" UUID NOT NULL,

    CONSTRAINT "Letter_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Clerk" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "passwordHash" TEXT NOT NULL,
    "disabledAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Clerk_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "Draft_tokenHash_key" ON "Draft"("tokenHash");

-- CreateIndex
CREATE INDEX "Draft_updatedAt_idx" ON "Draft"("updatedAt");

-- CreateIndex
CREATE UNIQUE INDEX "CaseFile_number_key" ON "CaseFile"("number");

-- CreateIndex
CREATE UNIQUE INDEX "CaseFile_serial_key" ON "CaseFile"("serial");

-- CreateIndex
CREATE UNIQUE INDEX "CaseFile_draftTokenHash_key" ON "CaseFile"("draftTokenHash");

-- CreateIndex
CREATE INDEX "CaseFile_open" ON "CaseFile"("dueOn", "filedAt", "id") WHERE ("closedAt" IS NULL);

-- CreateIndex
CREATE INDEX "CaseFile_open_claimed" ON "CaseFile"("claimedById", "dueOn", "filedAt", "id") WHERE ("closedAt" IS NULL);

-- CreateIndex
CREATE INDEX "Event_caseId_id_idx" ON "Event"("caseId", "id");

-- CreateIndex
CREATE INDEX "Query_caseId_idx" ON "Query"("caseId");

-- CreateIndex
CREATE UNIQUE INDEX "Letter_caseId_kind_key" ON "Letter"("caseId", "kind");

-- CreateIndex
CREATE UNIQUE INDEX "Clerk_email_key" ON "Clerk"("email");

-- AddForeignKey
ALTER TABLE "CaseFile" ADD CONSTRAINT "CaseFile_claimedById_fkey" FOREIGN KEY ("claimedById") REFERENCES "Clerk"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Event" ADD CONSTRAINT "Event_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "CaseFile"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Event" ADD CONSTRAINT "Event_clerkId_fkey" FOREIGN KEY ("clerkId") REFERENCES "Clerk"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Query" ADD CONSTRAINT "Query_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "CaseFile"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Query" ADD CONSTRAINT "Query_clerkId_fkey" FOREIGN KEY ("clerkId") REFERENCES "Clerk"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Letter" ADD CONSTRAINT "Letter_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "CaseFile"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Letter" ADD CONSTRAINT "Letter_clerkId_fkey" FOREIGN KEY ("clerkId") REFERENCES "Clerk"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
