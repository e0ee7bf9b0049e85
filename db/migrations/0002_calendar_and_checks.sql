CREATE TABLE "chain_check" (
	"id" uuid PRIMARY KEY NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"facts" integer NOT NULL,
	"dossiers" integer NOT NULL,
	"broken" integer NOT NULL,
	"first_broken_id" uuid,
	"first_broken_seq" integer,
	"reason" text
);
--> statement-breakpoint
ALTER TABLE "calendar_version" ADD COLUMN "confirmed_earlier" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "dossier" ADD COLUMN "calendar_version" integer DEFAULT 0 NOT NULL;--> statement-breakpoint

-- Dossiers of before were counted in the calendar that held. FORCE binds the owner, who has no right to update them.
ALTER TABLE dossier NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
UPDATE dossier SET calendar_version = coalesce(
  (SELECT max(c.version) FROM calendar_version c WHERE c.municipality_id = dossier.municipality_id), 0);--> statement-breakpoint
ALTER TABLE dossier FORCE ROW LEVEL SECURITY;--> statement-breakpoint
GRANT UPDATE (calendar_version) ON dossier TO app_clock;--> statement-breakpoint

-- Who edits the calendar of a municipality: administrators of its education board or of the municipality itself.
CREATE FUNCTION app.administers(of_municipality uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (SELECT FROM public.institution i
    WHERE i.municipality_id = of_municipality AND i.active AND i.kind IN ('educationBoard', 'municipality')
      AND 'i:' || i.id::text || ':administrator' = ANY (app.keys())) $$;--> statement-breakpoint

-- What a changed calendar may move, whoever sees it: without words, and without dossiers that the actor is excluded
-- from. Only for those who edit the calendar.
CREATE FUNCTION app.dossiers_to_recount(of_municipality uuid, changed_from date, changed_until date, after uuid, many int)
RETURNS TABLE (id uuid, case_number text, kind text, home_institution_id uuid, class_teacher_id uuid,
  procedure_id text, calendar_version int)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT d.id, d.case_number, d.kind, d.home_institution_id, d.class_teacher_id, d.procedure_id, d.calendar_version
  FROM dossier d
  WHERE app.administers(of_municipality) AND d.municipality_id = of_municipality AND d.id > after
    -- No term reaches farther back from a day that counts than two months.
    AND EXISTS (SELECT FROM duty u WHERE u.dossier_id = d.id AND u.settled_at IS NULL
      AND u.due_day >= changed_from - 62 AND u.started_at < changed_until + 1)
    AND NOT EXISTS (SELECT FROM dossier_access x WHERE x.dossier_id = d.id AND x.view = 'none'
      AND x.party_key = ANY (app.keys()))
  ORDER BY d.id LIMIT many $$;--> statement-breakpoint
CREATE FUNCTION app.facts_to_recount(of_municipality uuid, of_dossiers uuid[])
RETURNS TABLE (dossier_id uuid, seq int, id uuid, type text, occurred_at timestamp (3) with time zone,
  recorded_at timestamp (3) with time zone, by_person uuid, institution_id uuid, acute boolean, settles text[], data jsonb)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT e.dossier_id, e.seq, e.id, e.type, e.occurred_at, e.recorded_at, e.by_person, e.institution_id, e.acute,
    e.settles, e.data
  FROM event e JOIN dossier d ON d.id = e.dossier_id
  WHERE app.administers(of_municipality) AND d.municipality_id = of_municipality AND d.id = ANY (of_dossiers)
    AND NOT EXISTS (SELECT FROM dossier_access x WHERE x.dossier_id = d.id AND x.view = 'none'
      AND x.party_key = ANY (app.keys()))
  ORDER BY e.dossier_id, e.seq $$;--> statement-breakpoint
CREATE FUNCTION app.dossiers_behind_calendar(of_municipality uuid) RETURNS bigint
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT count(*) FROM dossier d
  WHERE d.municipality_id = of_municipality AND (d.status = 'open' OR d.next_step_at IS NOT NULL)
    AND d.calendar_version < (SELECT coalesce(max(c.version), 0) FROM calendar_version c
                              WHERE c.municipality_id = of_municipality) $$;--> statement-breakpoint
REVOKE ALL ON FUNCTION app.administers(uuid), app.dossiers_to_recount(uuid, date, date, uuid, int),
  app.facts_to_recount(uuid, uuid[]), app.dossiers_behind_calendar(uuid) FROM PUBLIC;--> statement-breakpoint
GRANT EXECUTE ON FUNCTION app.administers(uuid), app.dossiers_to_recount(uuid, date, date, uuid, int),
  app.facts_to_recount(uuid, uuid[]), app.dossiers_behind_calendar(uuid) TO app_api;--> statement-breakpoint

GRANT INSERT ON calendar_version TO app_api;--> statement-breakpoint
ALTER TABLE calendar_version ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE POLICY all_read ON calendar_version FOR SELECT TO app_api, app_clock USING (true);--> statement-breakpoint
CREATE POLICY api_adds ON calendar_version FOR INSERT TO app_api
  WITH CHECK (created_by = (SELECT app.actor()) AND app.administers(municipality_id));--> statement-breakpoint

-- Verification reads ciphertexts and hashes, and holds no key. Its own role, so that the clock's wall stays.
GRANT USAGE ON SCHEMA public TO app_verify;--> statement-breakpoint
GRANT SELECT (id, version, chain_head) ON dossier TO app_verify;--> statement-breakpoint
GRANT SELECT ON event TO app_verify;--> statement-breakpoint
CREATE POLICY verification ON dossier FOR SELECT TO app_verify USING (true);--> statement-breakpoint
CREATE POLICY verification ON event FOR SELECT TO app_verify USING (true);--> statement-breakpoint
GRANT SELECT, INSERT ON chain_check TO app_clock;--> statement-breakpoint
GRANT SELECT ON chain_check TO app_api;--> statement-breakpoint
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON chain_check
  FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change();--> statement-breakpoint
ALTER TABLE chain_check ENABLE ALWAYS TRIGGER append_only;
