-- The tour of the first visit is offered until it was seen, on whatever device.
ALTER TABLE "auth"."account" ADD COLUMN "tour_seen_at" timestamp (3) with time zone;
