CREATE INDEX "duty_late" ON "duty" USING btree ("due_sort","dossier_id","key") WHERE "duty"."settled_at" is null and "duty"."can_be_late";--> statement-breakpoint

-- Who sees some hundreds of dossiers among tens of thousands gathers them once, and each row of a list is looked up
-- among them: walking past thousands of duties of others, that is ten times quicker than a look-up in dossier_access
-- for each. The rows seen are the same either way; the setting (access.ts, narrowScope) chooses only the way.
CREATE FUNCTION app.gathers() RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE
  AS $$ SELECT coalesce(nullif(current_setting('app.gathers', true), '')::boolean, false) $$;--> statement-breakpoint
REVOKE ALL ON FUNCTION app.gathers() FROM PUBLIC;--> statement-breakpoint
GRANT EXECUTE ON FUNCTION app.gathers() TO app_api;--> statement-breakpoint
DO $$
DECLARE
  -- As in 0001_walls: through an access row of one of these views that holds now.
  related CONSTANT text := $p$a.party_key = ANY ((SELECT app.keys())::text[]) AND a.view IN ('full', 'limited', 'deadlines')
    AND a.from_at <= (SELECT app.moment() + interval '2 minutes')
    AND (a.until_at IS NULL OR a.until_at > (SELECT app.moment()))$p$;
  id text;
BEGIN
  FOREACH id IN ARRAY ARRAY['dossier.id', 'duty.dossier_id', 'duty_waiting.dossier_id'] LOOP
    EXECUTE format('ALTER POLICY api_reads ON %I USING (
        %2$s = ANY ((SELECT app.opened())::uuid[])
        OR CASE WHEN (SELECT app.gathers())
          THEN %2$s IN (SELECT a.dossier_id FROM public.dossier_access a WHERE %3$s)
          ELSE EXISTS (SELECT FROM public.dossier_access a WHERE a.dossier_id = %2$s AND %3$s OFFSET 0)
        END
        AND %2$s <> ALL (ARRAY(SELECT x.dossier_id FROM public.dossier_access x
                               WHERE x.view = ''none'' AND x.party_key = ANY ((SELECT app.keys())::text[]))))',
      split_part(id, '.', 1), id, related);
  END LOOP;
END $$;
