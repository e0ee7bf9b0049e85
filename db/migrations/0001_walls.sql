-- Walls: what no role may change, what each role may touch, and which rows the actor of a transaction sees.
-- The roles belong to the server, not to this database: db/migrate.ts makes them first. db/README.md explains.

CREATE SCHEMA app;--> statement-breakpoint
CREATE SCHEMA auth;--> statement-breakpoint
REVOKE CREATE ON SCHEMA public FROM PUBLIC;--> statement-breakpoint
GRANT USAGE ON SCHEMA public, app TO app_api, app_clock;--> statement-breakpoint
GRANT USAGE ON SCHEMA keyring TO app_api;--> statement-breakpoint
GRANT USAGE ON SCHEMA auth TO app_auth;--> statement-breakpoint

-- 1. Append-only. By statement, so that a change which meets no row is refused too; ALWAYS, because
-- session_replication_role = replica skips ordinary triggers.
CREATE FUNCTION app.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'table % is append-only: % refused', TG_TABLE_NAME, TG_OP
    USING ERRCODE = 'TA001', HINT = 'Facts are withdrawn or corrected by another fact.';
END $$;--> statement-breakpoint
DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['event', 'access_log', 'chain_anchor'] LOOP
    EXECUTE format('CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON %I
                    FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change()', name);
    EXECUTE format('ALTER TABLE %I ENABLE ALWAYS TRIGGER append_only', name);
  END LOOP;
END $$;--> statement-breakpoint

-- 2. The actor of a transaction. Settings are local to it; afterwards they read '' and not NULL.
CREATE FUNCTION app.actor() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
  AS $$ SELECT nullif(current_setting('app.actor', true), '')::uuid $$;--> statement-breakpoint
CREATE FUNCTION app.keys() RETURNS text[] LANGUAGE sql STABLE PARALLEL SAFE
  AS $$ SELECT string_to_array(nullif(current_setting('app.keys', true), ''), ',') $$;--> statement-breakpoint
CREATE FUNCTION app.moment() RETURNS timestamptz LANGUAGE sql STABLE PARALLEL SAFE
  AS $$ SELECT nullif(current_setting('app.moment', true), '')::timestamptz $$;--> statement-breakpoint
-- Dossiers that this transaction has locked or made: it passed the test once and now works on all of their rows.
CREATE FUNCTION app.opened() RETURNS uuid[] LANGUAGE sql STABLE PARALLEL SAFE
  AS $$ SELECT string_to_array(nullif(current_setting('app.opened', true), ''), ',')::uuid[] $$;--> statement-breakpoint
-- Who acts, and everything that this person is at that moment of the product (db/party-key.ts). Somebody unknown or switched off is nothing.
-- What begins within two minutes has begun: the clocks of the processes that date rows differ.
CREATE FUNCTION app.enter(who uuid, at timestamptz) RETURNS void LANGUAGE plpgsql AS $$
DECLARE known text;
BEGIN
  SELECT string_agg(key, ',') INTO known FROM (
    SELECT 'p:' || p.id::text AS key FROM public.person p WHERE p.id = who AND p.active
    UNION
    SELECT unnest(ARRAY['i:' || h.institution_id::text, 'i:' || h.institution_id::text || ':' || h.role])
    FROM public.role_holder h JOIN public.person p ON p.id = h.person_id
    WHERE h.person_id = who AND p.active AND h.from_at <= at + interval '2 minutes'
      AND (h.until_at IS NULL OR h.until_at > at)
  ) AS of_actor;
  PERFORM set_config('app.actor', CASE WHEN known IS NULL THEN '' ELSE who::text END, true),
          set_config('app.keys', coalesce(known, ''), true),
          set_config('app.moment', at::text, true),
          set_config('app.opened', '', true);
END $$;--> statement-breakpoint
CREATE FUNCTION app.open(dossier uuid) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  PERFORM set_config('app.opened',
    concat_ws(',', nullif(current_setting('app.opened', true), ''), dossier::text), true);
END $$;--> statement-breakpoint
-- An institution's digest releases what waits for it in all dossiers, seen by the caller or not, and shows none of it.
CREATE FUNCTION app.release_digest(of_institution uuid, at timestamptz) RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE released bigint;
BEGIN
  IF session_user = 'app_api' AND ('i:' || of_institution::text = ANY (app.keys())) IS NOT TRUE THEN
    RAISE EXCEPTION 'not an institution of the actor' USING ERRCODE = 'insufficient_privilege';
  END IF;
  UPDATE notice SET send_at = at WHERE institution_id = of_institution AND state = 'owed' AND send_at IS NULL;
  GET DIAGNOSTICS released = ROW_COUNT;
  RETURN released;
END $$;--> statement-breakpoint
REVOKE ALL ON ALL FUNCTIONS IN SCHEMA app FROM PUBLIC;--> statement-breakpoint
GRANT EXECUTE ON FUNCTION app.actor(), app.keys(), app.moment(), app.opened(), 
  app.enter(uuid, timestamptz) TO app_api;--> statement-breakpoint
GRANT EXECUTE ON FUNCTION app.open(uuid), app.release_digest(uuid, timestamptz) TO app_api, app_clock;--> statement-breakpoint

-- 3. Grants, the least of each role.
GRANT SELECT ON municipality, institution, person, role_holder, municipality_setting, calendar_version,
  simulated_clock TO app_api, app_clock;--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON case_counter TO app_api, app_clock;--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE (kind, class_teacher_id, status, version, clock_version, next_step_at, poisoned_at,
  poison_code, attempts, chain_head) ON dossier TO app_api, app_clock;--> statement-breakpoint
GRANT SELECT, INSERT ON event TO app_api;--> statement-breakpoint
-- The clock sees facts; words and the keys to them it does not.
GRANT SELECT (dossier_id, seq, id, type, occurred_at, recorded_at, by_person, institution_id, acute, settles, data,
  key_id, prev_hash, hash) ON event TO app_clock;--> statement-breakpoint
GRANT INSERT ON event TO app_clock;--> statement-breakpoint
GRANT SELECT, INSERT ON learner, dossier_learner, keyring.data_key TO app_api;--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE (words, updated_at) ON learner_profile TO app_api;--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON duty, duty_waiting, step, dossier_access TO app_api, app_clock;--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE (state) ON notice TO app_api;--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE (state, send_at, mail_id) ON notice TO app_clock;--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON mail, temporal_incarnation TO app_clock;--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE (result) ON idempotency TO app_api;--> statement-breakpoint
GRANT SELECT (created_at), DELETE ON idempotency TO app_clock;--> statement-breakpoint
GRANT SELECT, INSERT ON access_log TO app_api;--> statement-breakpoint
GRANT SELECT, INSERT ON chain_anchor TO app_clock;--> statement-breakpoint
GRANT UPDATE (mode, now_at, set_at, rate) ON simulated_clock TO app_clock;--> statement-breakpoint
INSERT INTO simulated_clock DEFAULT VALUES;--> statement-breakpoint

-- 4. Row-level security.
DO $$
DECLARE
  -- The column is given with its table: unqualified it would mean the one of dossier_access.
  -- OFFSET 0 keeps it a look-up per row: a page of 50 needs 50 of them, and gathering everything that a board may
  -- see takes longer than the page. Narrow actors start from their access rows (access.ts, narrowScope).
  -- Opened by this transaction; or seen through an access row of one of these views, and not excluded.
  sees CONSTANT text := $p$(
    %2$s = ANY ((SELECT app.opened())::uuid[])
    OR EXISTS (SELECT FROM public.dossier_access a WHERE a.dossier_id = %2$s
               AND a.party_key = ANY ((SELECT app.keys())::text[]) AND a.view IN (%3$s)
               AND a.from_at <= (SELECT app.moment() + interval '2 minutes')
               AND (a.until_at IS NULL OR a.until_at > (SELECT app.moment())) OFFSET 0)
    AND %2$s <> ALL (ARRAY(SELECT x.dossier_id FROM public.dossier_access x
                           WHERE x.view = 'none' AND x.party_key = ANY ((SELECT app.keys())::text[]))))$p$;
  any_view CONSTANT text := $v$'full', 'limited', 'deadlines'$v$;
  content CONSTANT text := $v$'full', 'limited'$v$;
  opened CONSTANT text := '(%2$s = ANY ((SELECT app.opened())::uuid[]))';
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['dossier', 'event', 'learner', 'learner_profile', 'dossier_learner', 'duty',
                              'duty_waiting', 'step', 'notice', 'dossier_access', 'access_log', 'idempotency', 'keyring.data_key'] LOOP
    EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', name);
    -- FORCE binds the owner too: it verifies chains and backs up, so it reads.
    EXECUTE format('CREATE POLICY owner_reads ON %s FOR SELECT TO CURRENT_USER USING (true)', name);
  END LOOP;

  FOREACH name IN ARRAY ARRAY['dossier', 'event', 'duty', 'duty_waiting', 'step', 'notice', 'dossier_access',
                              'idempotency'] LOOP
    EXECUTE format('CREATE POLICY clock ON %I TO app_clock USING (true) WITH CHECK (true)', name);
  END LOOP;

  FOREACH name IN ARRAY ARRAY['duty', 'duty_waiting', 'step', 'notice'] LOOP
    EXECUTE format('CREATE POLICY api_reads ON %1$I FOR SELECT TO app_api USING ' || sees,
                   name, name || '.dossier_id', any_view);
  END LOOP;
  FOREACH name IN ARRAY ARRAY['event', 'dossier_learner', 'access_log'] LOOP
    EXECUTE format('CREATE POLICY api_reads ON %1$I FOR SELECT TO app_api USING ' || sees,
                   name, name || '.dossier_id', content);
  END LOOP;
  EXECUTE format('CREATE POLICY api_reads ON %1$I FOR SELECT TO app_api USING ' || sees, 'dossier', 'dossier.id', any_view);
  -- Locking needs the right to update before the dossier is open.
  EXECUTE format('CREATE POLICY api_locks ON %1$I FOR UPDATE TO app_api USING ' || sees || ' WITH CHECK ' || opened,
                 'dossier', 'dossier.id', any_view);
  EXECUTE format('CREATE POLICY api_opens ON %1$I FOR INSERT TO app_api WITH CHECK
      ((SELECT app.actor()) IS NOT NULL AND ' || opened || ')', 'dossier', 'id');

  FOREACH name IN ARRAY ARRAY['duty', 'duty_waiting', 'step', 'dossier_access'] LOOP
    EXECUTE format('CREATE POLICY api_inserts ON %1$I FOR INSERT TO app_api WITH CHECK ' || opened, name, 'dossier_id');
    EXECUTE format('CREATE POLICY api_updates ON %1$I FOR UPDATE TO app_api USING ' || opened, name, 'dossier_id');
    EXECUTE format('CREATE POLICY api_deletes ON %1$I FOR DELETE TO app_api USING ' || opened, name, 'dossier_id');
  END LOOP;
  FOREACH name IN ARRAY ARRAY['notice', 'dossier_learner'] LOOP
    EXECUTE format('CREATE POLICY api_inserts ON %1$I FOR INSERT TO app_api WITH CHECK ' || opened, name, 'dossier_id');
  END LOOP;

  EXECUTE format('CREATE POLICY api_updates ON %1$I FOR UPDATE TO app_api USING ' || opened,
                 'notice', 'dossier_id');

  -- A dossier's key follows its content, a learner's key the learner, an institution's key the people there.
  EXECUTE format('CREATE POLICY api_reads ON %1$s FOR SELECT TO app_api USING (
      CASE scope_kind
        WHEN ''dossier'' THEN ' || sees || '
        WHEN ''learner'' THEN EXISTS (SELECT FROM public.dossier_learner l WHERE l.learner_id = data_key.scope_id)
        ELSE ''i:'' || scope_id::text = ANY ((SELECT app.keys())::text[])
      END)', 'keyring.data_key', 'data_key.scope_id', content);
END $$;--> statement-breakpoint

CREATE POLICY api_reads ON dossier_access FOR SELECT TO app_api USING (
  party_key = ANY ((SELECT app.keys())::text[]) OR dossier_id = ANY ((SELECT app.opened())::uuid[])
);--> statement-breakpoint
CREATE POLICY api_appends ON event FOR INSERT TO app_api WITH CHECK (
  dossier_id = ANY ((SELECT app.opened())::uuid[]) AND by_person = (SELECT app.actor())
);--> statement-breakpoint
CREATE POLICY clock_words ON event AS RESTRICTIVE FOR INSERT TO app_clock
  WITH CHECK (words IS NULL AND key_id IS NULL);--> statement-breakpoint
CREATE POLICY api_reads ON learner FOR SELECT TO app_api USING (
  EXISTS (SELECT FROM dossier_learner l WHERE l.learner_id = learner.id)
);--> statement-breakpoint
CREATE POLICY api_inserts ON learner FOR INSERT TO app_api
  WITH CHECK ((SELECT app.actor()) IS NOT NULL);--> statement-breakpoint
CREATE POLICY api_reads ON learner_profile FOR SELECT TO app_api USING (
  EXISTS (SELECT FROM dossier_learner l WHERE l.learner_id = learner_profile.learner_id)
);--> statement-breakpoint
CREATE POLICY api_inserts ON learner_profile FOR INSERT TO app_api
  WITH CHECK ((SELECT app.actor()) IS NOT NULL);--> statement-breakpoint
CREATE POLICY api_updates ON learner_profile FOR UPDATE TO app_api USING (
  EXISTS (SELECT FROM dossier_learner l WHERE l.learner_id = learner_profile.learner_id)
);--> statement-breakpoint
CREATE POLICY api_inserts ON keyring.data_key FOR INSERT TO app_api WITH CHECK (
  CASE scope_kind
    WHEN 'dossier' THEN scope_id = ANY ((SELECT app.opened())::uuid[])
    WHEN 'learner' THEN (SELECT app.actor()) IS NOT NULL
    ELSE 'i:' || scope_id::text = ANY ((SELECT app.keys())::text[])
  END
);--> statement-breakpoint
CREATE POLICY owner_rewraps ON keyring.data_key FOR UPDATE TO CURRENT_USER USING (true);--> statement-breakpoint
CREATE POLICY owner_releases ON notice FOR UPDATE TO CURRENT_USER USING (true);--> statement-breakpoint
CREATE POLICY owner_erases ON dossier_learner FOR DELETE TO CURRENT_USER USING (true);--> statement-breakpoint
CREATE POLICY api_appends ON access_log FOR INSERT TO app_api
  WITH CHECK (person_id = (SELECT app.actor()));--> statement-breakpoint
CREATE POLICY api_own ON idempotency TO app_api
  USING (actor = (SELECT app.actor())) WITH CHECK (actor = (SELECT app.actor()));
