-- AlterTable
ALTER TABLE "CaseFile" ADD COLUMN     "unsent" TEXT;

-- CreateIndex
CREATE INDEX "CaseFile_closed" ON "CaseFile"("claimedById", "closedAt" DESC) WHERE ("closedAt" IS NOT NULL);
