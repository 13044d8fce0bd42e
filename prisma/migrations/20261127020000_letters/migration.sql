-- DropIndex
DROP INDEX "Letter_caseId_kind_key";

-- AlterTable
ALTER TABLE "CaseFile" ADD COLUMN     "effectiveOn" DATE;

-- AlterTable
ALTER TABLE "Letter" ADD COLUMN     "code" TEXT,
ADD COLUMN     "issuedOn" DATE,
ADD COLUMN     "number" INTEGER NOT NULL DEFAULT 1;

-- Letters issued before have a code as well, made as src/law/verification-code.ts makes it; it is not printed on them.
CREATE FUNCTION pg_temp.new_code() RETURNS text LANGUAGE plpgsql AS $$
DECLARE
  alphabet CONSTANT text := '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
  random bytea := uuid_send(gen_random_uuid());
  code text := '';
  value int;
  total int := 0;
BEGIN
  FOR place IN 0..15 LOOP
    CONTINUE WHEN place = 6; -- holds the version of the UUID
    value := get_byte(random, place) & 31;
    code := code || substr(alphabet, value + 1, 1);
    total := (total # value) << 1;
    IF total > 31 THEN total := total # 37; END IF;
  END LOOP;
  RETURN code || substr(alphabet, total + 1, 1);
END $$;
UPDATE "Letter" SET "code" = pg_temp.new_code(), "issuedOn" = ("createdAt" AT TIME ZONE 'Europe/Berlin')::date;
ALTER TABLE "Letter" ALTER COLUMN "code" SET NOT NULL, ALTER COLUMN "issuedOn" SET NOT NULL;

-- AlterTable
ALTER TABLE "Query" ADD COLUMN     "until" DATE;

-- CreateTable
CREATE TABLE "Rejection" (
    "caseId" UUID NOT NULL,
    "clerkId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "reasons" TEXT[],
    "note" TEXT NOT NULL,

    CONSTRAINT "Rejection_pkey" PRIMARY KEY ("caseId")
);

-- CreateIndex
CREATE INDEX "CaseFile_scheduled" ON "CaseFile"("effectiveOn") WHERE (status = 'scheduled');

-- CreateIndex
CREATE UNIQUE INDEX "Letter_code_key" ON "Letter"("code");

-- CreateIndex
CREATE UNIQUE INDEX "Letter_caseId_kind_number_key" ON "Letter"("caseId", "kind", "number");

-- AddForeignKey
ALTER TABLE "Rejection" ADD CONSTRAINT "Rejection_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "CaseFile"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Rejection" ADD CONSTRAINT "Rejection_clerkId_fkey" FOREIGN KEY ("clerkId") REFERENCES "Clerk"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- A letter is never changed, and goes only with its case.
CREATE FUNCTION keep_letter() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' AND NOT EXISTS (SELECT FROM "CaseFile" WHERE "id" = OLD."caseId") THEN RETURN OLD; END IF;
  RAISE EXCEPTION 'A letter that was issued is never changed.';
END $$;
CREATE TRIGGER "Letter_never_changed" BEFORE UPDATE OR DELETE ON "Letter" FOR EACH ROW EXECUTE FUNCTION keep_letter();
CREATE TRIGGER "Letter_never_emptied" BEFORE TRUNCATE ON "Letter" EXECUTE FUNCTION keep_letter();
