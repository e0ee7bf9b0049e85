-- Who else writes about a dossier just now: the people of its drafts changed since a moment, never what they typed. Only
-- for who sees the dossier; whether each of them may be named, the application asks under their own rights.
CREATE FUNCTION app.draft_writers(of_dossier uuid, since timestamptz) RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT DISTINCT d.person_id FROM draft d
  WHERE d.dossier_id = of_dossier AND d.updated_at > since AND d.person_id <> app.actor()
    AND EXISTS (SELECT FROM dossier_access a WHERE a.dossier_id = of_dossier AND a.party_key = ANY (app.keys())
      AND a.view IN ('full', 'limited') AND a.from_at <= app.moment() + interval '2 minutes'
      AND (a.until_at IS NULL OR a.until_at > app.moment()))
    AND NOT EXISTS (SELECT FROM dossier_access x WHERE x.dossier_id = of_dossier AND x.view = 'none'
      AND x.party_key = ANY (app.keys()))
$$;--> statement-breakpoint
REVOKE ALL ON FUNCTION app.draft_writers(uuid, timestamptz) FROM PUBLIC;--> statement-breakpoint
GRANT EXECUTE ON FUNCTION app.draft_writers(uuid, timestamptz) TO app_api;
