-- AlterTable
ALTER TABLE "CaseFile" ADD COLUMN     "groupId" UUID;

-- AlterTable
ALTER TABLE "Draft" ADD COLUMN     "fromCaseId" UUID;

-- CreateIndex
CREATE INDEX "CaseFile_groupId_idx" ON "CaseFile"("groupId") WHERE ("groupId" IS NOT NULL);

-- AddForeignKey
ALTER TABLE "Draft" ADD CONSTRAINT "Draft_fromCaseId_fkey" FOREIGN KEY ("fromCaseId") REFERENCES "CaseFile"("id") ON DELETE SET NULL ON UPDATE CASCADE;
