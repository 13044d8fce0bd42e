-- CreateIndex
CREATE INDEX "Query_open" ON "Query"("until") WHERE ("answeredAt" IS NULL);
