CREATE TABLE "absence" (
	"id" uuid PRIMARY KEY NOT NULL,
	"institution_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"from_at" timestamp (3) with time zone NOT NULL,
	"until_at" timestamp (3) with time zone,
	CONSTRAINT "absence_period" CHECK ("absence"."until_at" is null or "absence"."until_at" >= "absence"."from_at")
);
--> statement-breakpoint
CREATE TABLE "substitute" (
	"id" uuid PRIMARY KEY NOT NULL,
	"institution_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"substitute_id" uuid NOT NULL,
	"from_at" timestamp (3) with time zone NOT NULL,
	"until_at" timestamp (3) with time zone,
	CONSTRAINT "substitute_another" CHECK ("substitute"."substitute_id" <> "substitute"."person_id"),
	CONSTRAINT "substitute_period" CHECK ("substitute"."until_at" is null or "substitute"."until_at" >= "substitute"."from_at")
);
--> statement-breakpoint
ALTER TABLE "institution" ADD COLUMN "school_type" text;--> statement-breakpoint
ALTER TABLE "institution" ADD COLUMN "address" text;--> statement-breakpoint
ALTER TABLE "institution" ADD COLUMN "phone" text;--> statement-breakpoint
ALTER TABLE "municipality" ADD COLUMN "training" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "municipality" ADD COLUMN "directory_version" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "municipality" ADD COLUMN "directory_seen_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "person" ADD COLUMN "phone" text;--> statement-breakpoint
ALTER TABLE "role_holder" ADD COLUMN "in_place_of" uuid;--> statement-breakpoint
ALTER TABLE "role_holder" ADD COLUMN "member_of" uuid;--> statement-breakpoint
ALTER TABLE "role_holder" ADD COLUMN "composition" text;--> statement-breakpoint
ALTER TABLE "dossier" ADD COLUMN "directory_version" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "absence" ADD CONSTRAINT "absence_institution_id_institution_id_fk" FOREIGN KEY ("institution_id") REFERENCES "public"."institution"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "absence" ADD CONSTRAINT "absence_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "substitute" ADD CONSTRAINT "substitute_institution_id_institution_id_fk" FOREIGN KEY ("institution_id") REFERENCES "public"."institution"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "substitute" ADD CONSTRAINT "substitute_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "substitute" ADD CONSTRAINT "substitute_substitute_id_person_id_fk" FOREIGN KEY ("substitute_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "absence_institution" ON "absence" USING btree ("institution_id");--> statement-breakpoint
CREATE INDEX "absence_person" ON "absence" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "substitute_institution" ON "substitute" USING btree ("institution_id");--> statement-breakpoint
ALTER TABLE "role_holder" ADD CONSTRAINT "role_holder_in_place_of_person_id_fk" FOREIGN KEY ("in_place_of") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "role_holder" ADD CONSTRAINT "role_holder_member_of_institution_id_fk" FOREIGN KEY ("member_of") REFERENCES "public"."institution"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "institution" ADD CONSTRAINT "institution_school_type" CHECK ("institution"."school_type" is null or "institution"."kind" = 'school' and "institution"."school_type" in ('general', 'vocational', 'preschool'));--> statement-breakpoint
ALTER TABLE "role_holder" ADD CONSTRAINT "role_holder_in_place" CHECK ("role_holder"."in_place_of" <> "role_holder"."person_id");--> statement-breakpoint
ALTER TABLE "role_holder" ADD CONSTRAINT "role_holder_member" CHECK (("role_holder"."member_of" is null) = ("role_holder"."composition" is null) and "role_holder"."composition" in ('large', 'small', 'both'));--> statement-breakpoint

-- 1. Whoever changes people, institutions or settings, by whatever way: the dossiers of the municipality follow.
CREATE FUNCTION app.directory_changed() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE touched uuid[];
BEGIN
  EXECUTE format($q$SELECT array_agg(DISTINCT touched.id) FROM (%s) AS touched$q$, CASE TG_TABLE_NAME
    WHEN 'person' THEN 'SELECT i.municipality_id AS id FROM changed c JOIN role_holder h ON h.person_id = c.id
                          JOIN institution i ON i.id = h.institution_id'
    WHEN 'institution' THEN 'SELECT c.municipality_id AS id FROM changed c'
    WHEN 'municipality_setting' THEN 'SELECT c.municipality_id AS id FROM changed c'
    ELSE 'SELECT i.municipality_id AS id FROM changed c JOIN institution i ON i.id = c.institution_id' END)
  INTO touched;
  UPDATE municipality SET directory_version = directory_version + 1 WHERE id = ANY (touched);
  RETURN NULL;
END $$;--> statement-breakpoint
DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['institution', 'person', 'role_holder', 'absence', 'substitute', 'municipality_setting'] LOOP
    EXECUTE format('CREATE TRIGGER directory_inserted AFTER INSERT ON %I REFERENCING NEW TABLE AS changed
                    FOR EACH STATEMENT EXECUTE FUNCTION app.directory_changed()', name);
    EXECUTE format('CREATE TRIGGER directory_updated AFTER UPDATE ON %I REFERENCING NEW TABLE AS changed
                    FOR EACH STATEMENT EXECUTE FUNCTION app.directory_changed()', name);
    EXECUTE format('CREATE TRIGGER directory_deleted AFTER DELETE ON %I REFERENCING OLD TABLE AS changed
                    FOR EACH STATEMENT EXECUTE FUNCTION app.directory_changed()', name);
  END LOOP;
END $$;--> statement-breakpoint
-- A municipality's own switches count too; its counters do not.
CREATE FUNCTION app.switches_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW.moved_days_on, NEW.working_hours) IS DISTINCT FROM (OLD.moved_days_on, OLD.working_hours) THEN
    NEW.directory_version := OLD.directory_version + 1;
  END IF;
  RETURN NEW;
END $$;--> statement-breakpoint
CREATE TRIGGER switches_changed BEFORE UPDATE OF moved_days_on, working_hours ON municipality
  FOR EACH ROW EXECUTE FUNCTION app.switches_changed();--> statement-breakpoint
-- A new dossier is worked out with what holds.
CREATE FUNCTION app.with_present_directory() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  SELECT m.directory_version INTO NEW.directory_version FROM public.municipality m WHERE m.id = NEW.municipality_id;
  RETURN NEW;
END $$;--> statement-breakpoint
CREATE TRIGGER present_directory BEFORE INSERT ON dossier
  FOR EACH ROW EXECUTE FUNCTION app.with_present_directory();--> statement-breakpoint

-- 2. Who acts. In the place of somebody absent one holds the roles of that time, and the absent one's own key where
-- one stands in everywhere that person works. What comes from an absent person opens nothing that this person must not
-- know (rules of conduct 3), and takes nothing away that one has by oneself.
CREATE FUNCTION app.own_keys() RETURNS text[] LANGUAGE sql STABLE PARALLEL SAFE
  AS $$ SELECT string_to_array(nullif(current_setting('app.own_keys', true), ''), ',') $$;--> statement-breakpoint
CREATE FUNCTION app.stood_for() RETURNS text[] LANGUAGE sql STABLE PARALLEL SAFE
  AS $$ SELECT string_to_array(nullif(current_setting('app.stood_for', true), ''), ',') $$;--> statement-breakpoint
CREATE OR REPLACE FUNCTION app.enter(who uuid, at timestamptz) RETURNS void LANGUAGE plpgsql AS $$
DECLARE known text; own text; absent text;
BEGIN
  WITH held AS (
    SELECT h.institution_id, h.role, h.in_place_of
    FROM public.role_holder h JOIN public.person p ON p.id = h.person_id
    WHERE h.person_id = who AND p.active AND h.from_at <= at + interval '2 minutes'
      AND (h.until_at IS NULL OR h.until_at > at)
  ), keys AS (
    SELECT 'p:' || p.id::text AS key, true AS own FROM public.person p WHERE p.id = who AND p.active
    UNION
    SELECT 'i:' || h.institution_id::text || part.suffix, h.in_place_of IS NULL
    FROM held h CROSS JOIN LATERAL (
      SELECT '' AS suffix UNION ALL SELECT ':' || h.role UNION ALL SELECT ':' || post FROM unnest(app.posts_of(h.role)) AS post
    ) AS part
    UNION
    SELECT 'p:' || h.in_place_of::text, false FROM held h
    WHERE h.in_place_of IS NOT NULL AND NOT EXISTS (
      SELECT FROM public.role_holder theirs
      WHERE theirs.person_id = h.in_place_of AND theirs.in_place_of IS NULL
        AND theirs.from_at <= at AND (theirs.until_at IS NULL OR theirs.until_at > at)
        AND NOT EXISTS (SELECT FROM held mine WHERE mine.in_place_of = h.in_place_of
                        AND mine.institution_id = theirs.institution_id))
  )
  SELECT (SELECT string_agg(DISTINCT key, ',') FROM keys), (SELECT string_agg(DISTINCT key, ',') FROM keys WHERE keys.own),
         (SELECT string_agg(DISTINCT 'p:' || in_place_of::text, ',') FROM held)
  INTO known, own, absent;
  PERFORM set_config('app.actor', CASE WHEN known IS NULL THEN '' ELSE who::text END, true),
          set_config('app.keys', coalesce(known, ''), true),
          set_config('app.own_keys', coalesce(own, ''), true),
          set_config('app.stood_for', coalesce(absent, ''), true),
          set_config('app.moment', at::text, true),
          set_config('app.opened', '', true);
END $$;--> statement-breakpoint
REVOKE ALL ON FUNCTION app.own_keys(), app.stood_for(), app.directory_changed(), app.switches_changed(),
  app.with_present_directory() FROM PUBLIC;--> statement-breakpoint
GRANT EXECUTE ON FUNCTION app.own_keys(), app.stood_for() TO app_api;--> statement-breakpoint
-- Dossiers that an absent person must not know: what one is in that person's place opens none of them.
CREATE FUNCTION app.closed_in_place() RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT coalesce(array_agg(x.dossier_id), ARRAY[]::uuid[]) FROM dossier_access x
  WHERE x.view = 'none' AND x.party_key = ANY (app.stood_for()) $$;--> statement-breakpoint
REVOKE ALL ON FUNCTION app.closed_in_place() FROM PUBLIC;--> statement-breakpoint
GRANT EXECUTE ON FUNCTION app.closed_in_place() TO app_api;--> statement-breakpoint
-- All other policies ask this table, and so see of it what this one lets through.
ALTER POLICY api_reads ON dossier_access USING (
  party_key = ANY ((SELECT app.own_keys())::text[]) OR dossier_id = ANY ((SELECT app.opened())::uuid[])
  OR party_key = ANY ((SELECT app.keys())::text[]) AND view <> 'none'
    AND dossier_id <> ALL ((SELECT app.closed_in_place())::uuid[])
);--> statement-breakpoint

-- 3. Who keeps the people of an institution: its head or administrator, and the municipality's administrators.
CREATE FUNCTION app.manages(of_institution uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (SELECT FROM public.institution i WHERE i.id = of_institution AND (
    app.administers(i.municipality_id)
    OR ARRAY['i:' || i.id::text || ':principal', 'i:' || i.id::text || ':head', 'i:' || i.id::text || ':administrator']
       && app.keys())) $$;--> statement-breakpoint
-- Somebody new, or who has worked in the municipality: nobody reaches for another municipality's people.
CREATE FUNCTION app.is_of(who uuid, of_institution uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (SELECT FROM public.role_holder h JOIN public.institution i ON i.id = h.institution_id
      JOIN public.institution here ON here.id = of_institution AND here.municipality_id = i.municipality_id
      WHERE h.person_id = who)
    OR NOT EXISTS (SELECT FROM public.role_holder h WHERE h.person_id = who) $$;--> statement-breakpoint
-- A name or an address is changed by those who keep every institution in which the person works or will.
CREATE FUNCTION app.manages_person(who uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (SELECT FROM public.role_holder h WHERE h.person_id = who AND app.manages(h.institution_id))
    AND NOT EXISTS (SELECT FROM public.role_holder h WHERE h.person_id = who AND h.in_place_of IS NULL
      AND (h.until_at IS NULL OR h.until_at > app.moment()) AND NOT app.manages(h.institution_id)) $$;--> statement-breakpoint
-- What a person owes in person, for those who keep their institution; nothing of dossiers that the actor must not know.
CREATE FUNCTION app.open_duties_of(who uuid)
RETURNS TABLE (dossier_id uuid, case_number text, key text, kind text, title jsonb, due_day date, danger boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT u.dossier_id, d.case_number, u.key, u.kind, u.duty -> 'title', u.due_day, u.danger
  FROM duty u JOIN dossier d ON d.id = u.dossier_id
  WHERE u.owed_by_person = who AND u.settled_at IS NULL
    AND EXISTS (SELECT FROM institution i WHERE app.manages(i.id)
      AND (i.id = u.owed_by_institution OR EXISTS (SELECT FROM role_holder h WHERE h.person_id = who
        AND h.institution_id = i.id AND h.institution_id = d.home_institution_id)))
    AND NOT EXISTS (SELECT FROM dossier_access x WHERE x.dossier_id = d.id AND x.view = 'none'
      AND x.party_key = ANY (app.keys()))
  ORDER BY u.danger DESC, u.due_sort, u.dossier_id, u.key LIMIT 1000 $$;--> statement-breakpoint
-- Open dossiers of a municipality for a preview of its settings, without words.
CREATE FUNCTION app.dossiers_to_rework(of_municipality uuid, after uuid, many int)
RETURNS TABLE (id uuid, case_number text, kind text, home_institution_id uuid, class_teacher_id uuid,
  procedure_id text, calendar_version int)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT d.id, d.case_number, d.kind, d.home_institution_id, d.class_teacher_id, d.procedure_id, d.calendar_version
  FROM dossier d
  WHERE app.administers(of_municipality) AND d.municipality_id = of_municipality AND d.id > after
    AND d.status = 'open'
    AND NOT EXISTS (SELECT FROM dossier_access x WHERE x.dossier_id = d.id AND x.view = 'none'
      AND x.party_key = ANY (app.keys()))
  ORDER BY d.id LIMIT many $$;--> statement-breakpoint
CREATE FUNCTION app.dossiers_behind_directory(of_municipality uuid) RETURNS bigint
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT count(*) FROM dossier d JOIN municipality m ON m.id = d.municipality_id
  WHERE m.id = of_municipality AND (d.status = 'open' OR d.next_step_at IS NOT NULL)
    AND d.directory_version < m.directory_version $$;--> statement-breakpoint
-- A municipality with children's cases neither becomes a training ground nor stops being one.
CREATE FUNCTION app.has_cases(of_municipality uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT FROM dossier d WHERE d.municipality_id = of_municipality AND d.kind <> 'institutionYear') $$;--> statement-breakpoint
REVOKE ALL ON FUNCTION app.manages(uuid), app.is_of(uuid, uuid), app.manages_person(uuid), app.open_duties_of(uuid),
  app.dossiers_to_rework(uuid, uuid, int), app.dossiers_behind_directory(uuid), app.has_cases(uuid) FROM PUBLIC;--> statement-breakpoint
GRANT EXECUTE ON FUNCTION app.manages(uuid), app.is_of(uuid, uuid), app.manages_person(uuid), app.open_duties_of(uuid),
  app.dossiers_to_rework(uuid, uuid, int), app.dossiers_behind_directory(uuid), app.has_cases(uuid) TO app_api;--> statement-breakpoint

-- 4. Grants, column by column, and walls. Everybody signed in may read who is who; a database role reads by its grants.
DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['municipality', 'institution', 'person', 'role_holder', 'absence', 'substitute',
                              'municipality_setting'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY all_read ON %I FOR SELECT USING (true)', name);
  END LOOP;
END $$;--> statement-breakpoint
GRANT SELECT ON absence, substitute TO app_api, app_clock;--> statement-breakpoint
GRANT INSERT (id, municipality_id, kind, school_type, name, address, phone, mail, moved_days_on, working_hours, created_at),
  UPDATE (school_type, name, address, phone, mail, active, moved_days_on, working_hours) ON institution TO app_api;--> statement-breakpoint
CREATE POLICY api_adds ON institution FOR INSERT TO app_api WITH CHECK (app.administers(municipality_id));--> statement-breakpoint
CREATE POLICY api_changes ON institution FOR UPDATE TO app_api USING (app.administers(municipality_id));--> statement-breakpoint
GRANT INSERT (id, display_name, mail, phone, language, created_at), UPDATE (display_name, mail, phone, language, active)
  ON person TO app_api;--> statement-breakpoint
CREATE POLICY api_adds ON person FOR INSERT TO app_api WITH CHECK (
  EXISTS (SELECT FROM unnest((SELECT app.keys())::text[]) AS key WHERE key ~ ':(principal|head|administrator)$'));--> statement-breakpoint
CREATE POLICY api_changes ON person FOR UPDATE TO app_api USING (app.manages_person(id));--> statement-breakpoint
GRANT INSERT (id, institution_id, person_id, role, from_at, until_at, in_place_of, member_of, composition),
  UPDATE (until_at), DELETE ON role_holder TO app_api;--> statement-breakpoint
-- Nobody gives a role to themselves: who keeps people would otherwise read cases by a line of their own.
CREATE POLICY api_adds ON role_holder FOR INSERT TO app_api
  WITH CHECK (app.manages(institution_id) AND app.is_of(person_id, institution_id)
    AND (person_id <> (SELECT app.actor()) OR in_place_of IS NOT NULL));--> statement-breakpoint
CREATE POLICY api_ends ON role_holder FOR UPDATE TO app_api USING (app.manages(institution_id));--> statement-breakpoint
CREATE POLICY api_removes ON role_holder FOR DELETE TO app_api
  USING (in_place_of IS NOT NULL AND app.manages(institution_id));--> statement-breakpoint
GRANT INSERT, UPDATE (until_at) ON absence, substitute TO app_api;--> statement-breakpoint
CREATE POLICY api_adds ON absence FOR INSERT TO app_api
  WITH CHECK (app.manages(institution_id) AND app.is_of(person_id, institution_id));--> statement-breakpoint
CREATE POLICY api_ends ON absence FOR UPDATE TO app_api USING (app.manages(institution_id));--> statement-breakpoint
CREATE POLICY api_adds ON substitute FOR INSERT TO app_api
  WITH CHECK (app.manages(institution_id) AND app.is_of(person_id, institution_id) AND app.is_of(substitute_id, institution_id));--> statement-breakpoint
CREATE POLICY api_ends ON substitute FOR UPDATE TO app_api USING (app.manages(institution_id));--> statement-breakpoint
GRANT INSERT ON municipality_setting TO app_api;--> statement-breakpoint
CREATE POLICY api_adds ON municipality_setting FOR INSERT TO app_api
  WITH CHECK (created_by = (SELECT app.actor()) AND app.administers(municipality_id));--> statement-breakpoint
GRANT UPDATE (moved_days_on, working_hours, training) ON municipality TO app_api;--> statement-breakpoint
CREATE POLICY api_sets ON municipality FOR UPDATE TO app_api USING (app.administers(id));--> statement-breakpoint
-- The clock notices roles and absences that begin or end; what was worked out with which version it notes too.
GRANT UPDATE (directory_version, directory_seen_at) ON municipality TO app_clock;--> statement-breakpoint
CREATE POLICY clock_counts ON municipality FOR UPDATE TO app_clock USING (true);--> statement-breakpoint
GRANT UPDATE (directory_version) ON dossier TO app_clock;--> statement-breakpoint

-- 5. Mails of a training municipality stay here, for those they are written to.
ALTER TABLE "mail" DROP CONSTRAINT "mail_state";--> statement-breakpoint
ALTER TABLE "mail" ADD CONSTRAINT "mail_state" CHECK ("mail"."state" in ('owed', 'sending', 'sent', 'failed', 'uncertain', 'refused', 'kept'));--> statement-breakpoint
ALTER TABLE mail ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE POLICY clock ON mail TO app_clock USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY api_own ON mail FOR SELECT TO app_api
  USING (state = 'kept' AND recipient_person = (SELECT app.actor()));--> statement-breakpoint
GRANT SELECT (id, recipient_person, institution_id, kind, content, state, created_at) ON mail TO app_api;
