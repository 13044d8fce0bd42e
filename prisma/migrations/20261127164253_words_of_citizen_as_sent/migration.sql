-- AlterTable
ALTER TABLE "CaseFile" ADD COLUMN     "wordsOfCitizenAsSent" JSONB;
