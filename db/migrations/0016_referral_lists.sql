-- Referrals that an institution sent, for its list (GET /referrals).
CREATE INDEX "event_referral_sent" ON "event" USING btree ("institution_id","dossier_id") WHERE "event"."type" = 'referral.sent';
