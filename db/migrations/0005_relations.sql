-- Access rows say in which relation a party stands to a dossier, and several may hold at once. Roles that work with
-- children, and those that decide, are named as posts. Whoever only owes or waits sees no more than that.

-- FORCE binds the owner, who has no right to update.
ALTER TABLE dossier_access NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "dossier_access" ADD COLUMN "relation" text;--> statement-breakpoint
UPDATE dossier_access SET relation = CASE view
  WHEN 'full' THEN 'colleague' WHEN 'limited' THEN 'receiver' WHEN 'deadlines' THEN 'dutyParty' ELSE 'excluded' END;--> statement-breakpoint
ALTER TABLE "dossier_access" ALTER COLUMN "relation" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "dossier_access" DROP CONSTRAINT "dossier_access_dossier_id_party_key_pk";--> statement-breakpoint
ALTER TABLE "dossier_access" ADD CONSTRAINT "dossier_access_dossier_id_party_key_relation_pk" PRIMARY KEY("dossier_id","party_key","relation");--> statement-breakpoint
ALTER TABLE "dossier_access" DROP CONSTRAINT "dossier_access_view";--> statement-breakpoint
ALTER TABLE "dossier_access" ADD CONSTRAINT "dossier_access_view" CHECK ("dossier_access"."view" in ('full', 'limited', 'deadlines', 'own', 'none'));--> statement-breakpoint
ALTER TABLE "dossier_access" ADD CONSTRAINT "dossier_access_relation" CHECK ("dossier_access"."relation" ~ '^[A-Za-z]+$');--> statement-breakpoint
UPDATE dossier_access SET view = 'own' WHERE relation = 'dutyParty';--> statement-breakpoint
ALTER TABLE dossier_access FORCE ROW LEVEL SECURITY;--> statement-breakpoint

-- The same as domain/access/posts.ts; a test compares the two.
CREATE FUNCTION app.posts_of(role text) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE
    WHEN role IN ('principal', 'head', 'administration') THEN ARRAY['casework', 'leadership']
    WHEN role IN ('supportStaff', 'socialPedagogue', 'socialWorker', 'familyAssistant', 'specialist', 'staff',
                  'authorisedPerson') THEN ARRAY['casework']
    ELSE ARRAY[]::text[] END $$;--> statement-breakpoint
REVOKE ALL ON FUNCTION app.posts_of(text) FROM PUBLIC;--> statement-breakpoint
GRANT EXECUTE ON FUNCTION app.posts_of(text) TO app_api;--> statement-breakpoint
CREATE OR REPLACE FUNCTION app.enter(who uuid, at timestamptz) RETURNS void LANGUAGE plpgsql AS $$
DECLARE known text;
BEGIN
  SELECT string_agg(key, ',') INTO known FROM (
    SELECT 'p:' || p.id::text AS key FROM public.person p WHERE p.id = who AND p.active
    UNION
    SELECT 'i:' || h.institution_id::text || part.suffix
    FROM public.role_holder h JOIN public.person p ON p.id = h.person_id
      CROSS JOIN LATERAL (
        SELECT '' AS suffix UNION ALL SELECT ':' || h.role UNION ALL SELECT ':' || post FROM unnest(app.posts_of(h.role)) AS post
      ) AS part
    WHERE h.person_id = who AND p.active AND h.from_at <= at + interval '2 minutes'
      AND (h.until_at IS NULL OR h.until_at > at)
  ) AS of_actor;
  PERFORM set_config('app.actor', CASE WHEN known IS NULL THEN '' ELSE who::text END, true),
          set_config('app.keys', coalesce(known, ''), true),
          set_config('app.moment', at::text, true),
          set_config('app.opened', '', true);
END $$;--> statement-breakpoint

DO $$
DECLARE
  -- Through an access row that holds now.
  related CONSTANT text := $p$a.party_key = ANY ((SELECT app.keys())::text[])
    AND a.from_at <= (SELECT app.moment() + interval '2 minutes')
    AND (a.until_at IS NULL OR a.until_at > (SELECT app.moment()))$p$;
  opened CONSTANT text := '%2$s = ANY ((SELECT app.opened())::uuid[])';
  not_excluded CONSTANT text := $p$%2$s <> ALL (ARRAY(SELECT x.dossier_id FROM public.dossier_access x
    WHERE x.view = 'none' AND x.party_key = ANY ((SELECT app.keys())::text[])))$p$;
  deadlines CONSTANT text := $v$'full', 'limited', 'deadlines'$v$;
  own_duty CONSTANT text := $d$(duty.owed_by_key = ANY ((SELECT app.keys())::text[]) OR EXISTS (
    SELECT FROM public.duty_waiting w WHERE w.dossier_id = duty.dossier_id AND w.key = duty.key
      AND w.party_key = ANY ((SELECT app.keys())::text[])))$d$;
  of_table text[];
  name text;
BEGIN
  -- As in 0004_gathered_scope; of a row of view “own” what else must hold of the row that is looked at.
  FOREACH of_table SLICE 1 IN ARRAY ARRAY[
    ['dossier.id', 'true'],
    ['duty.dossier_id', own_duty],
    ['duty_waiting.dossier_id', 'duty_waiting.party_key = ANY ((SELECT app.keys())::text[])']] LOOP
    EXECUTE format('ALTER POLICY api_reads ON %1$I USING (' || opened || '
        OR CASE WHEN (SELECT app.gathers())
          THEN %2$s IN (SELECT a.dossier_id FROM public.dossier_access a WHERE %3$s AND a.view IN (%4$s))
            OR %5$s AND %2$s IN (SELECT a.dossier_id FROM public.dossier_access a WHERE %3$s AND a.view = ''own'')
          ELSE EXISTS (SELECT FROM public.dossier_access a WHERE a.dossier_id = %2$s AND %3$s
            AND (a.view IN (%4$s) OR a.view = ''own'' AND %5$s) OFFSET 0)
        END
        AND ' || not_excluded || ')',
      split_part(of_table[1], '.', 1), of_table[1], related, deadlines, of_table[2]);
  END LOOP;
  -- Locking comes before everything that is recorded, also by whoever only owes.
  EXECUTE format('ALTER POLICY api_locks ON dossier USING (' || opened || '
      OR EXISTS (SELECT FROM public.dossier_access a WHERE a.dossier_id = %2$s AND %3$s AND a.view <> ''none'' OFFSET 0)
      AND ' || not_excluded || ')', '', 'dossier.id', related);
  -- A preview has neither names nor words, so it needs no key.
  EXECUTE format('ALTER POLICY api_reads ON dossier_learner USING (' || opened || '
      OR EXISTS (SELECT FROM public.dossier_access a WHERE a.dossier_id = %2$s AND %3$s AND a.view = ''full'' OFFSET 0)
      AND ' || not_excluded || ')', '', 'dossier_learner.dossier_id', related);
  EXECUTE format('ALTER POLICY api_reads ON keyring.data_key USING (
      CASE scope_kind
        WHEN ''dossier'' THEN ' || opened || '
          OR EXISTS (SELECT FROM public.dossier_access a WHERE a.dossier_id = %2$s AND %3$s AND a.view = ''full'' OFFSET 0)
          AND ' || not_excluded || '
        WHEN ''learner'' THEN EXISTS (SELECT FROM public.dossier_learner l WHERE l.learner_id = data_key.scope_id)
        ELSE ''i:'' || scope_id::text = ANY ((SELECT app.keys())::text[])
      END)', '', 'data_key.scope_id', related);
END $$;
