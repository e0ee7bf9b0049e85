-- The schema auth is made in 0001_walls.
CREATE TABLE "auth"."account" (
	"person_id" uuid PRIMARY KEY NOT NULL,
	"password_hash" text,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "auth"."api_token" (
	"id" uuid PRIMARY KEY NOT NULL,
	"institution_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"name" text NOT NULL,
	"prefix" text NOT NULL,
	"token_hash" "bytea" NOT NULL,
	"scopes" text[] NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"created_by" uuid NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"last_used_at" timestamp (3) with time zone,
	"revoked_at" timestamp (3) with time zone,
	CONSTRAINT "api_token_token_hash_unique" UNIQUE("token_hash")
);
--> statement-breakpoint
CREATE TABLE "auth"."attempt" (
	"key" text PRIMARY KEY NOT NULL,
	"count" integer NOT NULL,
	"window_ends_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "auth"."log" (
	"id" uuid PRIMARY KEY NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"act" text NOT NULL,
	"person_id" uuid,
	"by_person" uuid,
	"institution_id" uuid,
	"source" text NOT NULL,
	"detail" jsonb NOT NULL,
	CONSTRAINT "log_act" CHECK ("auth"."log"."act" ~ '^[A-Za-z]+$')
);
--> statement-breakpoint
CREATE TABLE "auth"."identity" (
	"provider" text NOT NULL,
	"subject" text NOT NULL,
	"person_id" uuid NOT NULL,
	"linked_at" timestamp (3) with time zone NOT NULL,
	"last_used_at" timestamp (3) with time zone,
	CONSTRAINT "identity_provider_subject_pk" PRIMARY KEY("provider","subject")
);
--> statement-breakpoint
CREATE TABLE "auth"."known_device" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"token_hash" "bytea" NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "known_device_token_hash_unique" UNIQUE("token_hash")
);
--> statement-breakpoint
CREATE TABLE "auth"."mail_order" (
	"id" uuid PRIMARY KEY NOT NULL,
	"purpose" text NOT NULL,
	"person_id" uuid,
	"institution_id" uuid,
	"ordered_by" uuid,
	"ordered_at" timestamp (3) with time zone NOT NULL,
	"state" text NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"next_attempt_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "mail_order_purpose" CHECK ("auth"."mail_order"."purpose" in ('invitation', 'reset')),
	CONSTRAINT "mail_order_state" CHECK ("auth"."mail_order"."state" in ('owed', 'sent', 'failed', 'nobody'))
);
--> statement-breakpoint
CREATE TABLE "auth"."passkey" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"credential_id" text NOT NULL,
	"public_key" "bytea" NOT NULL,
	"counter" bigint NOT NULL,
	"transports" text[] NOT NULL,
	"name" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"last_used_at" timestamp (3) with time zone,
	CONSTRAINT "passkey_credential_id_unique" UNIQUE("credential_id")
);
--> statement-breakpoint
CREATE TABLE "auth"."recovery_code" (
	"code_hash" "bytea" PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"used_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "auth"."session" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"token_hash" "bytea" NOT NULL,
	"stage" text NOT NULL,
	"methods" text[] NOT NULL,
	"second_factor" boolean NOT NULL,
	"institution_id" uuid,
	"created_at" timestamp (3) with time zone NOT NULL,
	"authenticated_at" timestamp (3) with time zone NOT NULL,
	"last_seen_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"revoked_at" timestamp (3) with time zone,
	"agent" text NOT NULL,
	"source" text NOT NULL,
	CONSTRAINT "session_token_hash_unique" UNIQUE("token_hash"),
	CONSTRAINT "session_stage" CHECK ("auth"."session"."stage" in ('secondFactor', 'full'))
);
--> statement-breakpoint
CREATE TABLE "auth"."policy" (
	"municipality_id" uuid PRIMARY KEY NOT NULL,
	"second_factor" text NOT NULL,
	"changed_at" timestamp (3) with time zone NOT NULL,
	"changed_by" uuid NOT NULL,
	CONSTRAINT "policy_second_factor" CHECK ("auth"."policy"."second_factor" in ('whoMust', 'everybody'))
);
--> statement-breakpoint
CREATE TABLE "auth"."ticket" (
	"id" uuid PRIMARY KEY NOT NULL,
	"purpose" text NOT NULL,
	"token_hash" "bytea" NOT NULL,
	"person_id" uuid,
	"provider" text,
	"invitation_id" uuid,
	"created_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"used_at" timestamp (3) with time zone,
	CONSTRAINT "ticket_token_hash_unique" UNIQUE("token_hash"),
	CONSTRAINT "ticket_purpose" CHECK ("auth"."ticket"."purpose" in ('invitation', 'reset', 'passkeyRegistration', 'passkeySignIn', 'oidc'))
);
--> statement-breakpoint
CREATE TABLE "auth"."totp" (
	"person_id" uuid PRIMARY KEY NOT NULL,
	"secret" "bytea" NOT NULL,
	"kek_id" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"confirmed_at" timestamp (3) with time zone,
	"last_step" bigint
);
--> statement-breakpoint
ALTER TABLE "auth"."account" ADD CONSTRAINT "account_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "auth"."api_token" ADD CONSTRAINT "api_token_institution_id_institution_id_fk" FOREIGN KEY ("institution_id") REFERENCES "public"."institution"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "auth"."api_token" ADD CONSTRAINT "api_token_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "auth"."api_token" ADD CONSTRAINT "api_token_created_by_person_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "auth"."identity" ADD CONSTRAINT "identity_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "auth"."known_device" ADD CONSTRAINT "known_device_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "auth"."mail_order" ADD CONSTRAINT "mail_order_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "auth"."mail_order" ADD CONSTRAINT "mail_order_institution_id_institution_id_fk" FOREIGN KEY ("institution_id") REFERENCES "public"."institution"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "auth"."mail_order" ADD CONSTRAINT "mail_order_ordered_by_person_id_fk" FOREIGN KEY ("ordered_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "auth"."passkey" ADD CONSTRAINT "passkey_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "auth"."recovery_code" ADD CONSTRAINT "recovery_code_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "auth"."session" ADD CONSTRAINT "session_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "auth"."session" ADD CONSTRAINT "session_institution_id_institution_id_fk" FOREIGN KEY ("institution_id") REFERENCES "public"."institution"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "auth"."policy" ADD CONSTRAINT "policy_municipality_id_municipality_id_fk" FOREIGN KEY ("municipality_id") REFERENCES "public"."municipality"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "auth"."policy" ADD CONSTRAINT "policy_changed_by_person_id_fk" FOREIGN KEY ("changed_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "auth"."ticket" ADD CONSTRAINT "ticket_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "auth"."totp" ADD CONSTRAINT "totp_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "api_token_institution" ON "auth"."api_token" USING btree ("institution_id");--> statement-breakpoint
CREATE INDEX "auth_log_person" ON "auth"."log" USING btree ("person_id","at");--> statement-breakpoint
CREATE INDEX "identity_person" ON "auth"."identity" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "known_device_person" ON "auth"."known_device" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "mail_order_owed" ON "auth"."mail_order" USING btree ("next_attempt_at") WHERE "auth"."mail_order"."state" = 'owed';--> statement-breakpoint
CREATE INDEX "mail_order_person" ON "auth"."mail_order" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "passkey_person" ON "auth"."passkey" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "recovery_code_person" ON "auth"."recovery_code" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "session_person" ON "auth"."session" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "ticket_person" ON "auth"."ticket" USING btree ("person_id","purpose");--> statement-breakpoint
CREATE INDEX "person_mail" ON "person" USING btree (lower("mail"));--> statement-breakpoint

-- app_auth sees staff, and nothing about children.
GRANT USAGE ON SCHEMA public TO app_auth;--> statement-breakpoint
GRANT SELECT ON municipality, institution, person, role_holder TO app_auth;--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON auth.account, auth.session, auth.ticket, auth.mail_order, auth.known_device,
  auth.attempt, auth.totp, auth.recovery_code, auth.passkey, auth.identity, auth.policy TO app_auth;--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE (last_used_at, revoked_at) ON auth.api_token TO app_auth;--> statement-breakpoint
GRANT SELECT, INSERT ON auth.log TO app_auth;--> statement-breakpoint
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON auth.log
  FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change();--> statement-breakpoint
ALTER TABLE auth.log ENABLE ALWAYS TRIGGER append_only;--> statement-breakpoint

-- Whoever a token of another system acts as: no mail, no account, no other role. app_auth makes nobody else.
CREATE FUNCTION auth.make_service_person(of_institution uuid, name text, at timestamptz) RETURNS uuid
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE made uuid := gen_random_uuid();
BEGIN
  INSERT INTO person (id, display_name, mail, language, created_at) VALUES (made, name, NULL, 'lv', at);
  INSERT INTO role_holder (id, institution_id, person_id, role, from_at)
  VALUES (gen_random_uuid(), of_institution, made, 'service', at);
  RETURN made;
END $$;--> statement-breakpoint
REVOKE ALL ON FUNCTION auth.make_service_person(uuid, text, timestamptz) FROM PUBLIC;--> statement-breakpoint
GRANT EXECUTE ON FUNCTION auth.make_service_person(uuid, text, timestamptz) TO app_auth;
