-- AlterTable
ALTER TABLE "CaseFile" ADD COLUMN     "wordsOfCitizenAsSent" JSONB;

-- What was sent in German is known of earlier corrections, too.
UPDATE "CaseFile" SET "wordsOfCitizenAsSent" = "wordsAsSent" WHERE "locale" = 'de' AND "wordsAsSent" IS NOT NULL;
