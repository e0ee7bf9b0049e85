-- An evaluation stays with the institution that made it: its words have a key of their own. Somebody without a ground
-- may look in an emergency, and who looked is for those who answer for the case.

ALTER TABLE "keyring"."data_key" ADD COLUMN "dossier_id" uuid;--> statement-breakpoint
ALTER TABLE "keyring"."data_key" ADD COLUMN "institution_id" uuid;--> statement-breakpoint
ALTER TABLE "keyring"."data_key" DROP CONSTRAINT "data_key_scope_kind";--> statement-breakpoint
ALTER TABLE "keyring"."data_key" ADD CONSTRAINT "data_key_scope_kind" CHECK ("keyring"."data_key"."scope_kind" in ('dossier', 'learner', 'institution', 'evaluation'));--> statement-breakpoint
ALTER TABLE "keyring"."data_key" ADD CONSTRAINT "data_key_evaluation" CHECK (("keyring"."data_key"."scope_kind" = 'evaluation') = ("keyring"."data_key"."dossier_id" is not null and "keyring"."data_key"."institution_id" is not null));--> statement-breakpoint
CREATE INDEX "data_key_dossier" ON "keyring"."data_key" USING btree ("dossier_id");--> statement-breakpoint

DO $$
DECLARE
  related CONSTANT text := $p$a.party_key = ANY ((SELECT app.keys())::text[])
    AND a.from_at <= (SELECT app.moment() + interval '2 minutes')
    AND (a.until_at IS NULL OR a.until_at > (SELECT app.moment()))$p$;
  not_excluded CONSTANT text := $p$%1$s <> ALL (ARRAY(SELECT x.dossier_id FROM public.dossier_access x
    WHERE x.view = 'none' AND x.party_key = ANY ((SELECT app.keys())::text[])))$p$;
  full_view CONSTANT text := '(%1$s = ANY ((SELECT app.opened())::uuid[])
      OR EXISTS (SELECT FROM public.dossier_access a WHERE a.dossier_id = %1$s AND %2$s AND a.view = ''full'' OFFSET 0)
      AND ' || not_excluded || ')';
BEGIN
  -- An evaluation's key: the case is seen in full, and the actor works where it was made or where it was given to.
  EXECUTE format('ALTER POLICY api_reads ON keyring.data_key USING (
      CASE scope_kind
        WHEN ''dossier'' THEN ' || full_view || '
        WHEN ''evaluation'' THEN ' || replace(full_view, '%1$s', '%3$s') || ' AND (
          ''i:'' || institution_id::text || '':casework'' = ANY ((SELECT app.keys())::text[])
          OR EXISTS (SELECT FROM public.event r WHERE r.dossier_id = data_key.dossier_id AND r.type = ''evaluation.released''
            AND r.data ->> ''evaluationId'' = data_key.scope_id::text
            AND ''i:'' || (r.data ->> ''toInstitutionId'') || '':casework'' = ANY ((SELECT app.keys())::text[])
            AND NOT EXISTS (SELECT FROM public.event w WHERE w.dossier_id = r.dossier_id AND w.type = ''fact.withdrawn''
              AND w.data ->> ''eventId'' = r.id::text)))
        WHEN ''learner'' THEN EXISTS (SELECT FROM public.dossier_learner l WHERE l.learner_id = data_key.scope_id)
        ELSE ''i:'' || scope_id::text = ANY ((SELECT app.keys())::text[])
      END)', 'data_key.scope_id', related, 'data_key.dossier_id');
  ALTER POLICY api_inserts ON keyring.data_key WITH CHECK (
    CASE scope_kind
      WHEN 'dossier' THEN scope_id = ANY ((SELECT app.opened())::uuid[])
      WHEN 'evaluation' THEN dossier_id = ANY ((SELECT app.opened())::uuid[])
        AND 'i:' || institution_id::text = ANY ((SELECT app.keys())::text[])
      WHEN 'learner' THEN (SELECT app.actor()) IS NOT NULL
      ELSE 'i:' || scope_id::text = ANY ((SELECT app.keys())::text[])
    END);
  -- Who looked: for those who lead the case and for data-protection officers (domain/access/rights.ts, readAccessLog).
  EXECUTE format('ALTER POLICY api_reads ON access_log USING (
      EXISTS (SELECT FROM public.dossier_access a WHERE a.dossier_id = %1$s AND %2$s
        AND a.relation IN (''manager'', ''managersHead'', ''dataProtection'') OFFSET 0)
      AND ' || not_excluded || ')', 'access_log.dossier_id', related);
END $$;--> statement-breakpoint

-- The open dossier of this number in a municipality where the actor works, opened for this transaction; null where there
-- is none, or where the actor is excluded from it, which is the same to the actor.
CREATE FUNCTION app.open_in_emergency(number text) RETURNS uuid
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE found uuid;
BEGIN
  SELECT d.id INTO found FROM dossier d
  WHERE d.case_number = number AND d.municipality_id IN (
      SELECT i.municipality_id FROM institution i WHERE i.active AND 'i:' || i.id::text = ANY (app.keys()))
    AND NOT EXISTS (SELECT FROM dossier_access x WHERE x.dossier_id = d.id AND x.view = 'none'
      AND x.party_key = ANY (app.keys()));
  IF found IS NOT NULL THEN PERFORM app.open(found); END IF;
  RETURN found;
END $$;--> statement-breakpoint
REVOKE ALL ON FUNCTION app.open_in_emergency(text) FROM PUBLIC;--> statement-breakpoint
GRANT EXECUTE ON FUNCTION app.open_in_emergency(text) TO app_api;
