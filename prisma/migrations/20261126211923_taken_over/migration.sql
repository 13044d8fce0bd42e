-- CreateIndex
CREATE INDEX "Event_taken_over" ON "Event"("id") WHERE (kind = 'takenOver');
