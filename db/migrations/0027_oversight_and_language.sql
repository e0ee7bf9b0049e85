-- Dossiers where access was taken in an emergency or somebody is excluded, and the actor stands in one of these relations.
-- A first choice only: the application asks the rights for each of them, and app.open refuses what is not the actor's.
CREATE FUNCTION app.overseen(relations text[]) RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT DISTINCT a.dossier_id FROM dossier_access a
  WHERE a.party_key = ANY (app.keys()) AND a.relation = ANY (relations)
    AND (EXISTS (SELECT FROM dossier_access x WHERE x.dossier_id = a.dossier_id AND x.relation = 'excluded')
      OR EXISTS (SELECT FROM event e WHERE e.dossier_id = a.dossier_id AND e.type = 'access.takenInEmergency'))
    AND NOT EXISTS (SELECT FROM dossier_access x WHERE x.dossier_id = a.dossier_id AND x.view = 'none'
      AND x.party_key = ANY (app.keys()))
$$;--> statement-breakpoint
REVOKE ALL ON FUNCTION app.overseen(text[]) FROM PUBLIC;--> statement-breakpoint
GRANT EXECUTE ON FUNCTION app.overseen(text[]) TO app_api;--> statement-breakpoint
-- Everybody chooses the language of their own mails; whose row it is, the session says.
GRANT UPDATE (language) ON person TO app_auth;--> statement-breakpoint
CREATE POLICY auth_changes_language ON person FOR UPDATE TO app_auth USING (active);
