-- 1. What sign-in asks for stands among the municipality's settings, version by version, with who set it.
INSERT INTO municipality_setting (municipality_id, version, setting, created_at, created_by)
SELECT p.municipality_id, coalesce(s.version, 0) + 1,
  coalesce(s.setting, '{}'::jsonb) || jsonb_build_object('secondFactor', p.second_factor), p.changed_at, p.changed_by
FROM auth.policy p LEFT JOIN LATERAL (SELECT m.version, m.setting FROM municipality_setting m
  WHERE m.municipality_id = p.municipality_id ORDER BY m.version DESC LIMIT 1) s ON true;--> statement-breakpoint
DROP TABLE "auth"."policy" CASCADE;--> statement-breakpoint
GRANT SELECT (municipality_id, version, setting) ON municipality_setting TO app_auth;--> statement-breakpoint

-- 2. What account holders are told of; mails of sign-in that a training municipality keeps.
ALTER TABLE "auth"."mail_order" DROP CONSTRAINT "mail_order_purpose";--> statement-breakpoint
ALTER TABLE "auth"."mail_order" DROP CONSTRAINT "mail_order_state";--> statement-breakpoint
ALTER TABLE "auth"."mail_order" ADD COLUMN "told" text;--> statement-breakpoint
ALTER TABLE "auth"."mail_order" ADD COLUMN "address" text;--> statement-breakpoint
ALTER TABLE "auth"."mail_order" ADD CONSTRAINT "mail_order_told" CHECK (("auth"."mail_order"."purpose" = 'notice') = ("auth"."mail_order"."told" is not null));--> statement-breakpoint
ALTER TABLE "auth"."mail_order" ADD CONSTRAINT "mail_order_purpose" CHECK ("auth"."mail_order"."purpose" in ('invitation', 'reset', 'notice'));--> statement-breakpoint
ALTER TABLE "auth"."mail_order" ADD CONSTRAINT "mail_order_state" CHECK ("auth"."mail_order"."state" in ('owed', 'sent', 'failed', 'nobody', 'kept'));--> statement-breakpoint

-- Somebody who has only ever worked where nothing is real: no mail leaves to them (rules of conduct 28).
CREATE FUNCTION app.is_invented(who uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT coalesce(bool_and(m.training), false) FROM public.role_holder h
    JOIN public.institution i ON i.id = h.institution_id JOIN public.municipality m ON m.id = i.municipality_id
    WHERE h.person_id = who $$;--> statement-breakpoint
-- Who may open such a person's links in their place: another one, who administers every institution where they work.
CREATE FUNCTION app.runs_account_of(viewer uuid, who uuid, at timestamptz) RETURNS boolean LANGUAGE sql STABLE AS $$
  WITH place AS (SELECT i.id, i.municipality_id FROM public.role_holder h
      JOIN public.institution i ON i.id = h.institution_id
      WHERE h.person_id = who AND (h.until_at IS NULL OR h.until_at > at)),
    office AS (SELECT i.id, i.municipality_id, i.kind FROM public.role_holder h
      JOIN public.institution i ON i.id = h.institution_id AND i.active
      JOIN public.person p ON p.id = h.person_id AND p.active
      WHERE h.person_id = viewer AND h.role = 'administrator'
        AND h.from_at <= at AND (h.until_at IS NULL OR h.until_at > at))
  SELECT viewer <> who AND app.is_invented(who) AND EXISTS (SELECT FROM place) AND NOT EXISTS (SELECT FROM place
    WHERE NOT EXISTS (SELECT FROM office WHERE office.id = place.id
      OR office.municipality_id = place.municipality_id AND office.kind IN ('municipality', 'educationBoard'))) $$;--> statement-breakpoint
-- What of sign-in was kept: one's own notices, and the mails with links of those whose accounts one runs. No link here.
CREATE FUNCTION app.kept_sign_in_mails(before_at timestamptz, before_id uuid, many int)
RETURNS TABLE (id uuid, institution_id uuid, purpose text, told text, ordered_at timestamptz, name text,
  language text, institution_name text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT o.id, o.institution_id, o.purpose, o.told, o.ordered_at, p.display_name, p.language, i.name
  FROM auth.mail_order o JOIN person p ON p.id = o.person_id AND p.active
    LEFT JOIN institution i ON i.id = o.institution_id
  WHERE o.state = 'kept' AND app.is_invented(p.id)
    AND CASE o.purpose WHEN 'notice' THEN p.id = app.actor()
      ELSE app.runs_account_of(app.actor(), p.id, app.moment()) END
    AND (before_at IS NULL OR (o.ordered_at, o.id) < (before_at, before_id))
  ORDER BY o.ordered_at DESC, o.id DESC LIMIT many $$;--> statement-breakpoint
-- Neither does a municipality stop being a training ground where administrators opened others' links: accounts that
-- somebody else has had in hand would be real ones.
CREATE FUNCTION app.is_in_use(of_municipality uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT FROM dossier d WHERE d.municipality_id = of_municipality AND d.kind <> 'institutionYear')
    OR EXISTS (SELECT FROM auth.log l JOIN role_holder h ON h.person_id = l.person_id
      JOIN institution i ON i.id = h.institution_id
      WHERE l.act = 'linkShown' AND i.municipality_id = of_municipality) $$;--> statement-breakpoint
DROP FUNCTION app.has_cases(uuid);--> statement-breakpoint
-- For a preview of the setting: how many people with an account have no second factor yet.
CREATE FUNCTION app.without_second_factor(of_municipality uuid) RETURNS bigint
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT count(DISTINCT a.person_id) FROM auth.account a JOIN person p ON p.id = a.person_id AND p.active
    JOIN role_holder h ON h.person_id = p.id JOIN institution i ON i.id = h.institution_id AND i.active
  WHERE app.administers(of_municipality) AND i.municipality_id = of_municipality
    AND h.from_at <= app.moment() AND (h.until_at IS NULL OR h.until_at > app.moment())
    AND NOT EXISTS (SELECT FROM auth.totp t WHERE t.person_id = p.id AND t.confirmed_at IS NOT NULL)
    AND NOT EXISTS (SELECT FROM auth.passkey k WHERE k.person_id = p.id) $$;--> statement-breakpoint
REVOKE ALL ON FUNCTION app.is_invented(uuid), app.runs_account_of(uuid, uuid, timestamptz),
  app.kept_sign_in_mails(timestamptz, uuid, int), app.is_in_use(uuid), app.without_second_factor(uuid)
  FROM PUBLIC;--> statement-breakpoint
GRANT EXECUTE ON FUNCTION app.kept_sign_in_mails(timestamptz, uuid, int), app.is_in_use(uuid),
  app.without_second_factor(uuid) TO app_api;--> statement-breakpoint
GRANT USAGE ON SCHEMA app TO app_auth;--> statement-breakpoint
GRANT EXECUTE ON FUNCTION app.is_invented(uuid), app.runs_account_of(uuid, uuid, timestamptz) TO app_auth;--> statement-breakpoint

-- 3. Whoever changes the address that somebody signs in with, by whatever way: the old address is told, and links
-- that went there are worth nothing any more.
CREATE FUNCTION auth.mail_changed() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE auth.ticket SET used_at = clock_timestamp()
  WHERE person_id = NEW.id AND purpose IN ('invitation', 'reset') AND used_at IS NULL;
  INSERT INTO auth.mail_order (id, purpose, told, person_id, address, ordered_at, state, next_attempt_at)
  SELECT gen_random_uuid(), 'notice', 'mailChanged', a.person_id, OLD.mail, clock_timestamp(), 'owed', clock_timestamp()
  FROM auth.account a WHERE a.person_id = NEW.id;
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER mail_changed AFTER UPDATE OF mail ON person FOR EACH ROW
  WHEN (OLD.mail IS NOT NULL AND lower(OLD.mail) IS DISTINCT FROM lower(NEW.mail))
  EXECUTE FUNCTION auth.mail_changed();
