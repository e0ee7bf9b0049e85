CREATE TABLE "takeover" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"institution_id" uuid NOT NULL,
	"as" text NOT NULL,
	"because" text NOT NULL,
	"other_person" uuid NOT NULL,
	"dossier_ids" uuid[] NOT NULL,
	"state" text NOT NULL,
	"send_at" timestamp (3) with time zone NOT NULL,
	"mail_id" uuid,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "takeover_as" CHECK ("takeover"."as" in ('takesOver', 'relieved')),
	CONSTRAINT "takeover_because" CHECK ("takeover"."because" in ('class', 'leave')),
	CONSTRAINT "takeover_state" CHECK ("takeover"."state" in ('owed', 'gathered', 'void')),
	CONSTRAINT "takeover_mail" CHECK (("takeover"."state" = 'gathered') = ("takeover"."mail_id" is not null))
);
--> statement-breakpoint
ALTER TABLE "learner_look" DROP CONSTRAINT "learner_look_act";--> statement-breakpoint
ALTER TABLE "institution" ADD COLUMN "version" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "person" ADD COLUMN "version" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "takeover" ADD CONSTRAINT "takeover_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "takeover" ADD CONSTRAINT "takeover_institution_id_institution_id_fk" FOREIGN KEY ("institution_id") REFERENCES "public"."institution"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "takeover" ADD CONSTRAINT "takeover_other_person_person_id_fk" FOREIGN KEY ("other_person") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "takeover" ADD CONSTRAINT "takeover_mail_id_mail_id_fk" FOREIGN KEY ("mail_id") REFERENCES "public"."mail"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "takeover_owed" ON "takeover" USING btree ("send_at") WHERE "takeover"."state" = 'owed';--> statement-breakpoint
ALTER TABLE "learner_look" ADD CONSTRAINT "learner_look_act" CHECK ("learner_look"."act" in ('searched', 'searchedElsewhere', 'askedWork', 'read', 'readLooks'));--> statement-breakpoint

-- 1. Two who edit an institution or a person at once: the version tells the second that there was a first.
CREATE FUNCTION app.raise_version() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.version := OLD.version + 1;
  RETURN NEW;
END $$;--> statement-breakpoint
REVOKE ALL ON FUNCTION app.raise_version() FROM PUBLIC;--> statement-breakpoint
CREATE TRIGGER raise_version BEFORE UPDATE ON institution FOR EACH ROW EXECUTE FUNCTION app.raise_version();--> statement-breakpoint
CREATE TRIGGER raise_version BEFORE UPDATE ON person FOR EACH ROW EXECUTE FUNCTION app.raise_version();--> statement-breakpoint

-- 2. Search before create: whether others of the municipality work with a learner in a dossier that the caller does not
-- see; neither which nor who. A dossier from which anybody is excluded is never hinted at: a hint is passed on (R 3).
CREATE FUNCTION app.work_elsewhere(of_learner uuid, seen uuid[]) RETURNS TABLE (place text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT DISTINCT CASE WHEN 'i:' || d.home_institution_id::text = ANY (app.keys()) THEN 'ownSchool' ELSE 'municipality' END
  FROM dossier_learner l JOIN dossier d ON d.id = l.dossier_id
  WHERE l.learner_id = of_learner AND d.status = 'open' AND d.id <> ALL (seen) AND app.in_municipality(d.municipality_id)
    AND l.learner_id <> ALL (app.excluded_learners())
    AND NOT EXISTS (SELECT FROM dossier_access x WHERE x.dossier_id = d.id AND x.view = 'none') $$;--> statement-breakpoint

-- 3. Who looked at a learner's record. Everything: those who may read the log of a dossier about the learner
-- (domain/access/rights.ts, readAccessLog), and the data-protection officer of the learner's school or municipality. The
-- looks of the own school: its head. Null: nothing.
CREATE FUNCTION app.oversees_learner(of_learner uuid) RETURNS text
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT CASE
    WHEN of_learner = ANY (app.excluded_learners()) THEN NULL
    WHEN EXISTS (SELECT FROM dossier_learner l JOIN dossier_access x ON x.dossier_id = l.dossier_id
      WHERE l.learner_id = of_learner AND x.party_key = ANY (app.keys())
        AND x.relation IN ('manager', 'managersHead', 'dataProtection')
        AND x.from_at <= app.moment() + interval '2 minutes' AND (x.until_at IS NULL OR x.until_at > app.moment())
        AND l.dossier_id <> ALL (app.closed_in_place())) THEN 'all'
    WHEN EXISTS (SELECT FROM learner e WHERE e.id = of_learner AND (
        'i:' || e.school_id::text || ':dataProtectionOfficer' = ANY (app.keys())
        OR EXISTS (SELECT FROM institution i WHERE i.municipality_id = e.municipality_id AND i.kind = 'municipality'
          AND 'i:' || i.id::text || ':dataProtectionOfficer' = ANY (app.keys())))) THEN 'all'
    WHEN EXISTS (SELECT FROM learner e WHERE e.id = of_learner
      AND ARRAY['i:' || e.school_id::text || ':principal', 'i:' || e.school_id::text || ':head'] && app.keys())
      THEN 'ownSchool'
  END $$;--> statement-breakpoint
CREATE FUNCTION app.looks_at_learner(of_learner uuid, before_at timestamptz, before_id uuid, many int)
RETURNS SETOF learner_look
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT k.* FROM learner e CROSS JOIN app.oversees_learner(of_learner) AS sees JOIN learner_look k ON k.learner_id = e.id
  WHERE e.id = of_learner AND (sees = 'all' OR sees = 'ownSchool' AND k.institution_id = e.school_id)
    AND (before_at IS NULL OR (k.at, k.id) < (before_at, before_id))
  ORDER BY k.at DESC, k.id DESC LIMIT many $$;--> statement-breakpoint
-- To see a learner is not yet to see who else looked.
ALTER POLICY api_reads ON learner_look USING (person_id = (SELECT app.actor()));--> statement-breakpoint
REVOKE ALL ON FUNCTION app.work_elsewhere(uuid, uuid[]), app.oversees_learner(uuid),
  app.looks_at_learner(uuid, timestamptz, uuid, int) FROM PUBLIC;--> statement-breakpoint
GRANT EXECUTE ON FUNCTION app.work_elsewhere(uuid, uuid[]), app.oversees_learner(uuid),
  app.looks_at_learner(uuid, timestamptz, uuid, int) TO app_api;--> statement-breakpoint

-- 4. Takeovers are written by whoever moves a class or names a substitute, and read by the clock alone.
ALTER TABLE takeover ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE takeover FORCE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE POLICY owner_reads ON takeover FOR SELECT TO CURRENT_USER USING (true);--> statement-breakpoint
GRANT INSERT ON takeover TO app_api;--> statement-breakpoint
CREATE POLICY api_adds ON takeover FOR INSERT TO app_api WITH CHECK (state = 'owed' AND mail_id IS NULL
  AND ('i:' || institution_id::text = ANY (app.keys()) OR app.manages(institution_id)));--> statement-breakpoint
GRANT SELECT, UPDATE (state, mail_id) ON takeover TO app_clock;--> statement-breakpoint
CREATE POLICY clock ON takeover TO app_clock USING (true) WITH CHECK (true);
