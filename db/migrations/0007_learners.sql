CREATE TABLE "class_teacher" (
	"id" uuid PRIMARY KEY NOT NULL,
	"class_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"from_on" date NOT NULL,
	"until_on" date,
	CONSTRAINT "class_teacher_period" CHECK ("class_teacher"."until_on" is null or "class_teacher"."until_on" >= "class_teacher"."from_on")
);
--> statement-breakpoint
CREATE TABLE "enrolment" (
	"id" uuid PRIMARY KEY NOT NULL,
	"learner_id" uuid NOT NULL,
	"institution_id" uuid NOT NULL,
	"class_id" uuid,
	"from_on" date NOT NULL,
	"until_on" date,
	CONSTRAINT "enrolment_period" CHECK ("enrolment"."until_on" is null or "enrolment"."until_on" >= "enrolment"."from_on")
);
--> statement-breakpoint
CREATE TABLE "learner_look" (
	"id" uuid PRIMARY KEY NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"person_id" uuid NOT NULL,
	"institution_id" uuid NOT NULL,
	"learner_id" uuid,
	"act" text NOT NULL,
	CONSTRAINT "learner_look_act" CHECK ("learner_look"."act" in ('searched', 'searchedElsewhere', 'read'))
);
--> statement-breakpoint
CREATE TABLE "learner_search" (
	"learner_id" uuid NOT NULL,
	"municipality_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"hash" "bytea" NOT NULL,
	CONSTRAINT "learner_search_learner_id_kind_hash_pk" PRIMARY KEY("learner_id","kind","hash"),
	CONSTRAINT "learner_search_kind" CHECK ("learner_search"."kind" in ('name', 'sound', 'letters', 'born')),
	CONSTRAINT "learner_search_length" CHECK (length("learner_search"."hash") = 16)
);
--> statement-breakpoint
CREATE TABLE "learner_sibling" (
	"learner_id" uuid NOT NULL,
	"sibling_id" uuid NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "learner_sibling_learner_id_sibling_id_pk" PRIMARY KEY("learner_id","sibling_id"),
	CONSTRAINT "learner_sibling_once" CHECK ("learner_sibling"."learner_id" < "learner_sibling"."sibling_id")
);
--> statement-breakpoint
CREATE TABLE "school_class" (
	"id" uuid PRIMARY KEY NOT NULL,
	"institution_id" uuid NOT NULL,
	"school_year" text NOT NULL,
	"name" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "school_class_name" UNIQUE("institution_id","school_year","name"),
	CONSTRAINT "school_class_year" CHECK ("school_class"."school_year" ~ '^[0-9]{4}/[0-9]{4}$')
);
--> statement-breakpoint
ALTER TABLE "keyring"."data_key" DROP CONSTRAINT "data_key_scope_kind";--> statement-breakpoint
ALTER TABLE "learner" ADD COLUMN "school_id" uuid;--> statement-breakpoint
ALTER TABLE "learner" ADD COLUMN "class_id" uuid;--> statement-breakpoint
ALTER TABLE "learner" ADD COLUMN "version" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "class_teacher" ADD CONSTRAINT "class_teacher_class_id_school_class_id_fk" FOREIGN KEY ("class_id") REFERENCES "public"."school_class"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "class_teacher" ADD CONSTRAINT "class_teacher_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "enrolment" ADD CONSTRAINT "enrolment_learner_id_learner_id_fk" FOREIGN KEY ("learner_id") REFERENCES "public"."learner"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "enrolment" ADD CONSTRAINT "enrolment_institution_id_institution_id_fk" FOREIGN KEY ("institution_id") REFERENCES "public"."institution"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "enrolment" ADD CONSTRAINT "enrolment_class_id_school_class_id_fk" FOREIGN KEY ("class_id") REFERENCES "public"."school_class"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "learner_search" ADD CONSTRAINT "learner_search_learner_id_learner_id_fk" FOREIGN KEY ("learner_id") REFERENCES "public"."learner"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "learner_sibling" ADD CONSTRAINT "learner_sibling_learner_id_learner_id_fk" FOREIGN KEY ("learner_id") REFERENCES "public"."learner"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "learner_sibling" ADD CONSTRAINT "learner_sibling_sibling_id_learner_id_fk" FOREIGN KEY ("sibling_id") REFERENCES "public"."learner"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "school_class" ADD CONSTRAINT "school_class_institution_id_institution_id_fk" FOREIGN KEY ("institution_id") REFERENCES "public"."institution"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "class_teacher_present" ON "class_teacher" USING btree ("class_id") WHERE "class_teacher"."until_on" is null;--> statement-breakpoint
CREATE INDEX "class_teacher_class" ON "class_teacher" USING btree ("class_id");--> statement-breakpoint
CREATE INDEX "class_teacher_person" ON "class_teacher" USING btree ("person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "enrolment_present" ON "enrolment" USING btree ("learner_id") WHERE "enrolment"."until_on" is null;--> statement-breakpoint
CREATE INDEX "enrolment_learner" ON "enrolment" USING btree ("learner_id");--> statement-breakpoint
CREATE INDEX "enrolment_class" ON "enrolment" USING btree ("class_id");--> statement-breakpoint
CREATE INDEX "learner_look_learner" ON "learner_look" USING btree ("learner_id","at");--> statement-breakpoint
CREATE INDEX "learner_look_person" ON "learner_look" USING btree ("person_id","at");--> statement-breakpoint
CREATE INDEX "learner_search_hash" ON "learner_search" USING btree ("municipality_id","hash");--> statement-breakpoint
CREATE INDEX "learner_sibling_other" ON "learner_sibling" USING btree ("sibling_id");--> statement-breakpoint
ALTER TABLE "learner" ADD CONSTRAINT "learner_school_id_institution_id_fk" FOREIGN KEY ("school_id") REFERENCES "public"."institution"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "learner" ADD CONSTRAINT "learner_class_id_school_class_id_fk" FOREIGN KEY ("class_id") REFERENCES "public"."school_class"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "learner_school" ON "learner" USING btree ("school_id");--> statement-breakpoint
CREATE INDEX "learner_class" ON "learner" USING btree ("class_id");--> statement-breakpoint
ALTER TABLE "keyring"."data_key" ADD CONSTRAINT "data_key_scope_kind" CHECK ("keyring"."data_key"."scope_kind" in ('dossier', 'learner', 'institution', 'evaluation', 'municipality'));--> statement-breakpoint

-- Learners of before are seen by the school of their dossier. FORCE binds the owner, who has no right to update them.
ALTER TABLE learner NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
UPDATE learner SET school_id = (
  SELECT d.home_institution_id FROM dossier_learner l JOIN dossier d ON d.id = l.dossier_id
    JOIN institution i ON i.id = d.home_institution_id AND i.kind = 'school'
  WHERE l.learner_id = learner.id ORDER BY d.created_at DESC LIMIT 1);--> statement-breakpoint
ALTER TABLE learner FORCE ROW LEVEL SECURITY;--> statement-breakpoint

-- Learners that this transaction has locked or made, as app.opened() for dossiers.
CREATE FUNCTION app.opened_learners() RETURNS uuid[] LANGUAGE sql STABLE PARALLEL SAFE
  AS $$ SELECT string_to_array(nullif(current_setting('app.opened_learners', true), ''), ',')::uuid[] $$;--> statement-breakpoint
CREATE FUNCTION app.open_learner(learner uuid) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  PERFORM set_config('app.opened_learners',
    concat_ws(',', nullif(current_setting('app.opened_learners', true), ''), learner::text), true);
END $$;--> statement-breakpoint
CREATE FUNCTION app.today() RETURNS date LANGUAGE sql STABLE PARALLEL SAFE
  AS $$ SELECT (app.moment() AT TIME ZONE 'Europe/Riga')::date $$;--> statement-breakpoint
CREATE FUNCTION app.in_municipality(of_municipality uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (SELECT FROM public.institution i
    WHERE i.municipality_id = of_municipality AND 'i:' || i.id::text = ANY (app.keys())) $$;--> statement-breakpoint
-- Who makes classes and names their teachers (domain/access/rights.ts, manageClasses).
CREATE FUNCTION app.manages_classes(of_institution uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT coalesce(ARRAY['i:' || of_institution::text || ':leadership', 'i:' || of_institution::text || ':administrator']
    && app.keys(), false) $$;--> statement-breakpoint
-- Definers: the policies of learners and classes would else ask one another without end, and dossiers from which
-- somebody is excluded are not seen by the one who is to be cut off.
CREATE FUNCTION app.own_classes() RETURNS uuid[] LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT coalesce(array_agg(t.class_id), '{}') FROM class_teacher t JOIN school_class c ON c.id = t.class_id
  WHERE t.person_id = app.actor() AND t.from_on <= app.today() AND (t.until_on IS NULL OR t.until_on > app.today())
    AND 'i:' || c.institution_id::text = ANY (app.keys()) $$;--> statement-breakpoint
CREATE FUNCTION app.excluded_learners() RETURNS uuid[] LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT coalesce(array_agg(l.learner_id), '{}') FROM dossier_access x JOIN dossier_learner l ON l.dossier_id = x.dossier_id
  WHERE x.view = 'none' AND x.party_key = ANY (app.keys()) $$;--> statement-breakpoint
-- Whether another institution, or the same school out of the actor's sight, knows somebody like this: no ids, no
-- names, no institution. Learners whom no school has are left out: only a case could be the reason to know them.
CREATE FUNCTION app.learners_elsewhere(of_municipality uuid, parts int[], kinds text[], hashes bytea[], born bytea, seen uuid[])
RETURNS TABLE (place text, strength text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH fit AS (
    SELECT s.learner_id, count(DISTINCT t.part) AS fitting,
      count(DISTINCT t.part) FILTER (WHERE t.kind <> 'letters') AS sounding
    FROM learner_search b JOIN learner_search s ON s.learner_id = b.learner_id
      JOIN unnest(parts, kinds, hashes) AS t(part, kind, hash) ON t.kind = s.kind AND t.hash = s.hash
    WHERE b.municipality_id = of_municipality AND b.kind = 'born' AND b.hash = born
    GROUP BY s.learner_id)
  SELECT DISTINCT CASE WHEN 'i:' || l.school_id::text = ANY (app.keys()) THEN 'ownSchool' ELSE 'municipality' END,
    CASE WHEN fit.sounding >= 2 THEN 'likely' ELSE 'possible' END
  FROM fit JOIN learner l ON l.id = fit.learner_id
  WHERE app.in_municipality(of_municipality) AND fit.fitting >= 2 AND fit.sounding >= 1
    AND l.school_id IS NOT NULL AND l.id <> ALL (seen) AND l.id <> ALL (app.excluded_learners()) $$;--> statement-breakpoint
-- A class goes over to the next one as a whole, also by somebody who sees none of its learners.
CREATE FUNCTION app.move_class(from_class uuid, to_class uuid, on_day date) RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE school uuid; moved bigint;
BEGIN
  SELECT f.institution_id INTO school FROM school_class f JOIN school_class t ON t.institution_id = f.institution_id
  WHERE f.id = from_class AND t.id = to_class;
  IF school IS NULL OR NOT app.manages_classes(school) THEN
    RAISE EXCEPTION 'not a class of the actor' USING ERRCODE = 'insufficient_privilege';
  END IF;
  PERFORM FROM learner WHERE class_id = from_class ORDER BY id FOR UPDATE;
  UPDATE enrolment e SET until_on = greatest(on_day, e.from_on) FROM learner l
    WHERE l.id = e.learner_id AND l.class_id = from_class AND e.until_on IS NULL;
  INSERT INTO enrolment (id, learner_id, institution_id, class_id, from_on)
    SELECT gen_random_uuid(), l.id, school, to_class, on_day FROM learner l WHERE l.class_id = from_class;
  UPDATE learner SET class_id = to_class WHERE class_id = from_class;
  GET DIAGNOSTICS moved = ROW_COUNT;
  RETURN moved;
END $$;--> statement-breakpoint
-- Open dossiers of a class's learners at its school, seen by the caller or not: all of them follow to the new teacher.
CREATE FUNCTION app.dossiers_of_class(of_class uuid) RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT d.id FROM school_class c JOIN learner l ON l.class_id = c.id JOIN dossier_learner dl ON dl.learner_id = l.id
    JOIN dossier d ON d.id = dl.dossier_id
  WHERE c.id = of_class AND app.manages_classes(c.institution_id) AND d.home_institution_id = c.institution_id
    AND d.status = 'open'
  ORDER BY d.id $$;--> statement-breakpoint
REVOKE ALL ON FUNCTION app.opened_learners(), app.open_learner(uuid), app.today(), app.in_municipality(uuid),
  app.manages_classes(uuid), app.own_classes(), app.excluded_learners(),
  app.learners_elsewhere(uuid, int[], text[], bytea[], bytea, uuid[]), app.move_class(uuid, uuid, date),
  app.dossiers_of_class(uuid) FROM PUBLIC;--> statement-breakpoint
GRANT EXECUTE ON FUNCTION app.opened_learners(), app.open_learner(uuid), app.today(), app.in_municipality(uuid),
  app.manages_classes(uuid), app.own_classes(), app.excluded_learners(),
  app.learners_elsewhere(uuid, int[], text[], bytea[], bytea, uuid[]), app.move_class(uuid, uuid, date),
  app.dossiers_of_class(uuid) TO app_api;--> statement-breakpoint

GRANT SELECT, INSERT ON school_class, learner_look TO app_api;--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE (until_on) ON class_teacher, enrolment TO app_api;--> statement-breakpoint
GRANT SELECT, INSERT, DELETE ON learner_sibling, learner_search TO app_api;--> statement-breakpoint
GRANT UPDATE (school_id, class_id, version) ON learner TO app_api;--> statement-breakpoint
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON learner_look
  FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change();--> statement-breakpoint
ALTER TABLE learner_look ENABLE ALWAYS TRIGGER append_only;--> statement-breakpoint

DO $$
DECLARE
  -- Staff of the school who work with children, and the teacher of the present class by name; nobody excluded from a
  -- dossier about the learner (rules of conduct 3).
  at_school CONSTANT text := $p$(
    id = ANY ((SELECT app.opened_learners())::uuid[])
    OR ('i:' || school_id::text || ':casework' = ANY ((SELECT app.keys())::text[])
        OR class_id = ANY ((SELECT app.own_classes())::uuid[]))
      AND id <> ALL ((SELECT app.excluded_learners())::uuid[]))$p$;
  by_dossier CONSTANT text := $p$EXISTS (SELECT FROM dossier_learner l WHERE l.learner_id = learner.id)$p$;
  opened CONSTANT text := $p$(%s = ANY ((SELECT app.opened_learners())::uuid[]))$p$;
  seen CONSTANT text := $p$EXISTS (SELECT FROM learner l WHERE l.id = %s)$p$;
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['school_class', 'class_teacher', 'enrolment', 'learner_sibling', 'learner_search',
                              'learner_look'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY owner_reads ON %I FOR SELECT TO CURRENT_USER USING (true)', name);
  END LOOP;

  EXECUTE 'CREATE POLICY school_reads ON learner FOR SELECT TO app_api USING ' || at_school;
  -- Locking needs the right to update before the learner is open.
  EXECUTE 'CREATE POLICY api_locks ON learner FOR UPDATE TO app_api USING (' || at_school || ' OR ' || by_dossier
    || ') WITH CHECK ' || format(opened, 'id');
  EXECUTE 'CREATE POLICY school_reads ON learner_profile FOR SELECT TO app_api USING ('
    || format(seen, 'learner_profile.learner_id') || ')';
  EXECUTE 'CREATE POLICY opened_updates ON learner_profile FOR UPDATE TO app_api USING ' || format(opened, 'learner_id');
  EXECUTE 'CREATE POLICY learner_reads ON keyring.data_key FOR SELECT TO app_api USING (scope_kind = ''learner'' AND '
    || format(seen, 'data_key.scope_id') || ')';

  EXECUTE 'CREATE POLICY api_reads ON enrolment FOR SELECT TO app_api USING (' || format(seen, 'enrolment.learner_id') || ')';
  EXECUTE 'CREATE POLICY api_inserts ON enrolment FOR INSERT TO app_api WITH CHECK ' || format(opened, 'learner_id');
  EXECUTE 'CREATE POLICY api_updates ON enrolment FOR UPDATE TO app_api USING ' || format(opened, 'learner_id');
  EXECUTE 'CREATE POLICY api_reads ON learner_search FOR SELECT TO app_api USING ' || format(opened, 'learner_id');
  EXECUTE 'CREATE POLICY api_inserts ON learner_search FOR INSERT TO app_api WITH CHECK (' || format(opened, 'learner_id')
    || ' AND app.in_municipality(municipality_id))';
  EXECUTE 'CREATE POLICY api_deletes ON learner_search FOR DELETE TO app_api USING ' || format(opened, 'learner_id');
  EXECUTE 'CREATE POLICY api_reads ON learner_sibling FOR SELECT TO app_api USING ('
    || format(seen, 'learner_sibling.learner_id') || ' AND ' || format(seen, 'learner_sibling.sibling_id') || ')';
  EXECUTE 'CREATE POLICY api_inserts ON learner_sibling FOR INSERT TO app_api WITH CHECK ('
    || format(opened, 'learner_id') || ' AND ' || format(opened, 'sibling_id') || ')';
  EXECUTE 'CREATE POLICY api_deletes ON learner_sibling FOR DELETE TO app_api USING ('
    || format(opened, 'learner_id') || ' AND ' || format(opened, 'sibling_id') || ')';
  EXECUTE 'CREATE POLICY api_reads ON learner_look FOR SELECT TO app_api USING (person_id = (SELECT app.actor()) OR '
    || format(seen, 'learner_look.learner_id') || ')';
END $$;--> statement-breakpoint

-- Who sees a learner sees how the class is called, and who leads it.
CREATE POLICY api_reads ON school_class FOR SELECT TO app_api USING (
  'i:' || institution_id::text = ANY ((SELECT app.keys())::text[])
  OR EXISTS (SELECT FROM learner l WHERE l.class_id = school_class.id)
);--> statement-breakpoint
CREATE POLICY api_inserts ON school_class FOR INSERT TO app_api WITH CHECK (app.manages_classes(institution_id));--> statement-breakpoint
CREATE POLICY api_reads ON class_teacher FOR SELECT TO app_api USING (
  EXISTS (SELECT FROM school_class c WHERE c.id = class_teacher.class_id)
);--> statement-breakpoint
CREATE POLICY api_inserts ON class_teacher FOR INSERT TO app_api WITH CHECK (
  EXISTS (SELECT FROM school_class c WHERE c.id = class_teacher.class_id AND app.manages_classes(c.institution_id))
);--> statement-breakpoint
CREATE POLICY api_updates ON class_teacher FOR UPDATE TO app_api USING (
  EXISTS (SELECT FROM school_class c WHERE c.id = class_teacher.class_id AND app.manages_classes(c.institution_id))
);--> statement-breakpoint
CREATE POLICY api_appends ON learner_look FOR INSERT TO app_api WITH CHECK (person_id = (SELECT app.actor()));--> statement-breakpoint
CREATE POLICY municipality_reads ON keyring.data_key FOR SELECT TO app_api
  USING (scope_kind = 'municipality' AND app.in_municipality(scope_id));--> statement-breakpoint
CREATE POLICY municipality_inserts ON keyring.data_key FOR INSERT TO app_api
  WITH CHECK (scope_kind = 'municipality' AND app.in_municipality(scope_id));--> statement-breakpoint
CREATE POLICY owner_moves ON learner FOR UPDATE TO CURRENT_USER USING (true);--> statement-breakpoint
CREATE POLICY owner_moves ON enrolment FOR UPDATE TO CURRENT_USER USING (true);--> statement-breakpoint
CREATE POLICY owner_enrols ON enrolment FOR INSERT TO CURRENT_USER WITH CHECK (true);--> statement-breakpoint
CREATE POLICY owner_erases ON learner_search FOR DELETE TO CURRENT_USER USING (true);--> statement-breakpoint
CREATE POLICY owner_erases ON learner_sibling FOR DELETE TO CURRENT_USER USING (true);
