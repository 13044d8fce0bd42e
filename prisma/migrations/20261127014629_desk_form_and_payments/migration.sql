-- AlterTable
ALTER TABLE "CaseFile" ADD COLUMN     "deskAnswers" JSONB NOT NULL DEFAULT '{}',
ADD COLUMN     "deskSealed" JSONB NOT NULL DEFAULT '{}';

-- CreateTable
CREATE TABLE "Payment" (
    "id" UUID NOT NULL,
    "number" SERIAL NOT NULL,
    "caseId" UUID NOT NULL,
    "clerkId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "amountCents" INTEGER NOT NULL,
    "means" TEXT NOT NULL,
    "reason" TEXT,
    "undoneAt" TIMESTAMPTZ(3),
    "undoneReason" TEXT,

    CONSTRAINT "Payment_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "Payment_number_key" ON "Payment"("number");

-- CreateIndex
CREATE INDEX "Payment_caseId_idx" ON "Payment"("caseId");

-- AddForeignKey
ALTER TABLE "Payment" ADD CONSTRAINT "Payment_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "CaseFile"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Payment" ADD CONSTRAINT "Payment_clerkId_fkey" FOREIGN KEY ("clerkId") REFERENCES "Clerk"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
