-- AlterTable
ALTER TABLE "CaseFile" ADD COLUMN     "sealedAsSent" JSONB;

-- An id told which objection it was about.
UPDATE "Rejection" SET "reasons" = array_replace("reasons", 'noFamilyMember', 'requirement');
UPDATE "Event" SET "detail" = '{}' FROM "CaseFile"
WHERE "CaseFile"."id" = "Event"."caseId" AND "Event"."kind" = 'rejected' AND "CaseFile"."serviceId" = 'transmission-block';
