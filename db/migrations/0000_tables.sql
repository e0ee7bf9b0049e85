CREATE SCHEMA "keyring";
--> statement-breakpoint
CREATE TABLE "access_log" (
	"id" uuid PRIMARY KEY NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"person_id" uuid NOT NULL,
	"institution_id" uuid NOT NULL,
	"dossier_id" uuid NOT NULL,
	"act" text NOT NULL,
	"purpose" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "dossier_access" (
	"dossier_id" uuid NOT NULL,
	"party_key" text GENERATED ALWAYS AS (case party_kind when 'person' then 'p:' || party_id::text else 'i:' || party_id::text || coalesce(':' || role, '') end) STORED NOT NULL,
	"party_kind" text NOT NULL,
	"party_id" uuid NOT NULL,
	"role" text,
	"view" text NOT NULL,
	"from_at" timestamp (3) with time zone NOT NULL,
	"until_at" timestamp (3) with time zone,
	CONSTRAINT "dossier_access_dossier_id_party_key_pk" PRIMARY KEY("dossier_id","party_key"),
	CONSTRAINT "dossier_access_kind" CHECK ("dossier_access"."party_kind" in ('person', 'institution')),
	CONSTRAINT "dossier_access_role" CHECK ("dossier_access"."role" is null or "dossier_access"."party_kind" = 'institution' and "dossier_access"."role" ~ '^[A-Za-z]+$'),
	CONSTRAINT "dossier_access_view" CHECK ("dossier_access"."view" in ('full', 'limited', 'deadlines', 'none'))
);
--> statement-breakpoint
CREATE TABLE "idempotency" (
	"actor" uuid NOT NULL,
	"key" text NOT NULL,
	"request_hash" text NOT NULL,
	"result" jsonb,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "idempotency_actor_key_pk" PRIMARY KEY("actor","key")
);
--> statement-breakpoint
CREATE TABLE "calendar_version" (
	"municipality_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"changes" jsonb NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"created_by" uuid NOT NULL,
	CONSTRAINT "calendar_version_municipality_id_version_pk" PRIMARY KEY("municipality_id","version")
);
--> statement-breakpoint
CREATE TABLE "institution" (
	"id" uuid PRIMARY KEY NOT NULL,
	"municipality_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"mail" text,
	"active" boolean DEFAULT true NOT NULL,
	"moved_days_on" boolean,
	"working_hours" jsonb,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "municipality" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"moved_days_on" boolean DEFAULT true NOT NULL,
	"working_hours" jsonb NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "municipality_setting" (
	"municipality_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"setting" jsonb NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"created_by" uuid NOT NULL,
	CONSTRAINT "municipality_setting_municipality_id_version_pk" PRIMARY KEY("municipality_id","version")
);
--> statement-breakpoint
CREATE TABLE "person" (
	"id" uuid PRIMARY KEY NOT NULL,
	"display_name" text NOT NULL,
	"mail" text,
	"language" text NOT NULL,
	"active" boolean DEFAULT true NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "person_language" CHECK ("person"."language" in ('lv', 'en'))
);
--> statement-breakpoint
CREATE TABLE "role_holder" (
	"id" uuid PRIMARY KEY NOT NULL,
	"institution_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"role" text NOT NULL,
	"from_at" timestamp (3) with time zone NOT NULL,
	"until_at" timestamp (3) with time zone,
	CONSTRAINT "role_holder_role" CHECK ("role_holder"."role" ~ '^[A-Za-z]+$'),
	CONSTRAINT "role_holder_period" CHECK ("role_holder"."until_at" is null or "role_holder"."until_at" >= "role_holder"."from_at")
);
--> statement-breakpoint
CREATE TABLE "case_counter" (
	"municipality_id" uuid NOT NULL,
	"year" integer NOT NULL,
	"last" integer NOT NULL,
	CONSTRAINT "case_counter_municipality_id_year_pk" PRIMARY KEY("municipality_id","year")
);
--> statement-breakpoint
CREATE TABLE "dossier" (
	"id" uuid PRIMARY KEY NOT NULL,
	"case_number" text,
	"kind" text NOT NULL,
	"municipality_id" uuid NOT NULL,
	"home_institution_id" uuid NOT NULL,
	"school_year" text,
	"class_teacher_id" uuid,
	"procedure_id" text NOT NULL,
	"procedure_version" text NOT NULL,
	"status" text NOT NULL,
	"version" integer DEFAULT 0 NOT NULL,
	"clock_version" integer DEFAULT -1 NOT NULL,
	"next_step_at" timestamp (3) with time zone,
	"poisoned_at" timestamp (3) with time zone,
	"poison_code" text,
	"attempts" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"chain_head" "bytea" NOT NULL,
	CONSTRAINT "dossier_case_number" UNIQUE("municipality_id","case_number"),
	CONSTRAINT "dossier_kind" CHECK ("dossier"."kind" in ('concern', 'case', 'institutionYear')),
	CONSTRAINT "dossier_status" CHECK ("dossier"."status" in ('open', 'closed')),
	CONSTRAINT "dossier_year" CHECK (("dossier"."kind" = 'institutionYear') = ("dossier"."school_year" is not null)),
	CONSTRAINT "dossier_number" CHECK (("dossier"."kind" = 'institutionYear') = ("dossier"."case_number" is null)),
	CONSTRAINT "dossier_chain_head" CHECK (length("dossier"."chain_head") = 32)
);
--> statement-breakpoint
CREATE TABLE "dossier_learner" (
	"dossier_id" uuid PRIMARY KEY NOT NULL,
	"learner_id" uuid NOT NULL
);
--> statement-breakpoint
CREATE TABLE "event" (
	"dossier_id" uuid NOT NULL,
	"seq" integer NOT NULL,
	"id" uuid NOT NULL,
	"type" text NOT NULL,
	"occurred_at" timestamp (3) with time zone NOT NULL,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	"by_person" uuid NOT NULL,
	"institution_id" uuid NOT NULL,
	"acute" boolean,
	"settles" text[],
	"data" jsonb NOT NULL,
	"words" "bytea",
	"key_id" uuid,
	"prev_hash" "bytea" NOT NULL,
	"hash" "bytea" NOT NULL,
	CONSTRAINT "event_dossier_id_seq_pk" PRIMARY KEY("dossier_id","seq"),
	CONSTRAINT "event_id" UNIQUE("id"),
	CONSTRAINT "event_seq" CHECK ("event"."seq" >= 1),
	CONSTRAINT "event_words_key" CHECK (("event"."words" is null) = ("event"."key_id" is null)),
	CONSTRAINT "event_hashes" CHECK (length("event"."prev_hash") = 32 and length("event"."hash") = 32)
);
--> statement-breakpoint
CREATE TABLE "learner" (
	"id" uuid PRIMARY KEY NOT NULL,
	"municipality_id" uuid NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "learner_profile" (
	"learner_id" uuid PRIMARY KEY NOT NULL,
	"words" "bytea" NOT NULL,
	"key_id" uuid NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "duty" (
	"dossier_id" uuid NOT NULL,
	"key" text NOT NULL,
	"kind" text NOT NULL,
	"municipality_id" uuid NOT NULL,
	"owed_by_party" text NOT NULL,
	"owed_by_role" text,
	"owed_by_institution" uuid,
	"owed_by_person" uuid,
	"owed_by_key" text,
	"owed_to" jsonb NOT NULL,
	"force_act" text NOT NULL,
	"force_term" text,
	"danger" boolean NOT NULL,
	"due_at" timestamp (3) with time zone,
	"due_day" date,
	"due_sort" timestamp (3) with time zone GENERATED ALWAYS AS (coalesce(due_at, '9999-01-01 00:00:00+00'::timestamptz)) STORED NOT NULL,
	"known_at" timestamp (3) with time zone NOT NULL,
	"started_at" timestamp (3) with time zone NOT NULL,
	"opens_on" date NOT NULL,
	"generation" integer NOT NULL,
	"settled_how" text,
	"settled_at" timestamp (3) with time zone,
	"taken_over" boolean NOT NULL,
	"answer_unknown" boolean NOT NULL,
	"held" boolean NOT NULL,
	"can_be_late" boolean NOT NULL,
	"duty" jsonb NOT NULL,
	CONSTRAINT "duty_dossier_id_key_pk" PRIMARY KEY("dossier_id","key"),
	CONSTRAINT "duty_settled_how" CHECK ("duty"."settled_how" in ('fulfilled', 'superseded', 'waived', 'closed') and "duty"."settled_at" is not null or "duty"."settled_how" is null and "duty"."settled_at" is null),
	CONSTRAINT "duty_due" CHECK (("duty"."due_at" is null) = ("duty"."due_day" is null)),
	CONSTRAINT "duty_force_act" CHECK ("duty"."force_act" in ('law', 'must', 'recommended', 'local')),
	CONSTRAINT "duty_force_term" CHECK ("duty"."force_term" in ('law', 'must', 'recommended', 'agreed', 'default')),
	CONSTRAINT "duty_owed_by_party" CHECK ("duty"."owed_by_party" in ('person', 'institution', 'family', 'outside'))
);
--> statement-breakpoint
CREATE TABLE "duty_waiting" (
	"dossier_id" uuid NOT NULL,
	"key" text NOT NULL,
	"party_key" text NOT NULL,
	"open" boolean NOT NULL,
	"due_sort" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "duty_waiting_dossier_id_key_party_key_pk" PRIMARY KEY("dossier_id","key","party_key")
);
--> statement-breakpoint
CREATE TABLE "step" (
	"dossier_id" uuid NOT NULL,
	"duty_key" text NOT NULL,
	"generation" integer NOT NULL,
	"name" text NOT NULL,
	"n" integer NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"urgency" text NOT NULL,
	"tell" jsonb NOT NULL,
	"taken_at" timestamp (3) with time zone,
	CONSTRAINT "step_dossier_id_duty_key_generation_name_n_pk" PRIMARY KEY("dossier_id","duty_key","generation","name","n"),
	CONSTRAINT "step_urgency" CHECK ("step"."urgency" in ('danger', 'own', 'digest'))
);
--> statement-breakpoint
CREATE TABLE "keyring"."data_key" (
	"id" uuid PRIMARY KEY NOT NULL,
	"scope_kind" text NOT NULL,
	"scope_id" uuid NOT NULL,
	"wrapped" "bytea",
	"kek_id" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"destroyed_at" timestamp (3) with time zone,
	CONSTRAINT "data_key_scope_kind" CHECK ("keyring"."data_key"."scope_kind" in ('dossier', 'learner', 'institution')),
	CONSTRAINT "data_key_destroyed" CHECK (("keyring"."data_key"."wrapped" is null) = ("keyring"."data_key"."destroyed_at" is not null))
);
--> statement-breakpoint
CREATE TABLE "mail" (
	"id" uuid PRIMARY KEY NOT NULL,
	"recipient_person" uuid NOT NULL,
	"institution_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"content" jsonb,
	"state" text NOT NULL,
	"attempt" integer DEFAULT 0 NOT NULL,
	"uncertainties" integer DEFAULT 0 NOT NULL,
	"lease_until" timestamp (3) with time zone,
	"lease_token" uuid,
	"next_attempt_at" timestamp (3) with time zone,
	"last_code" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"sent_at" timestamp (3) with time zone,
	CONSTRAINT "mail_kind" CHECK ("mail"."kind" in ('danger', 'notices', 'digest')),
	CONSTRAINT "mail_state" CHECK ("mail"."state" in ('owed', 'sending', 'sent', 'failed', 'uncertain', 'refused')),
	CONSTRAINT "mail_lease" CHECK (("mail"."state" = 'sending') = ("mail"."lease_token" is not null) and ("mail"."lease_token" is null) = ("mail"."lease_until" is null))
);
--> statement-breakpoint
CREATE TABLE "notice" (
	"id" uuid PRIMARY KEY NOT NULL,
	"dossier_id" uuid NOT NULL,
	"duty_key" text NOT NULL,
	"generation" integer NOT NULL,
	"name" text NOT NULL,
	"n" integer NOT NULL,
	"recipient_person" uuid NOT NULL,
	"institution_id" uuid NOT NULL,
	"channel" text NOT NULL,
	"told_as" text NOT NULL,
	"urgency" text NOT NULL,
	"state" text NOT NULL,
	"send_at" timestamp (3) with time zone,
	"mail_id" uuid,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "notice_once" UNIQUE("dossier_id","duty_key","generation","name","n","recipient_person","channel"),
	CONSTRAINT "notice_channel" CHECK ("notice"."channel" in ('mail')),
	CONSTRAINT "notice_urgency" CHECK ("notice"."urgency" in ('danger', 'own', 'digest')),
	CONSTRAINT "notice_state" CHECK ("notice"."state" in ('owed', 'gathered', 'bundled', 'void')),
	CONSTRAINT "notice_mail" CHECK (("notice"."state" in ('gathered', 'bundled')) = ("notice"."mail_id" is not null))
);
--> statement-breakpoint
CREATE TABLE "chain_anchor" (
	"id" uuid PRIMARY KEY NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"dossiers" integer NOT NULL,
	"prev_digest" "bytea" NOT NULL,
	"digest" "bytea" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "simulated_clock" (
	"only" boolean PRIMARY KEY DEFAULT true NOT NULL,
	"training" boolean DEFAULT false NOT NULL,
	"mode" text DEFAULT 'real' NOT NULL,
	"now_at" timestamp (3) with time zone,
	"set_at" timestamp (3) with time zone,
	"rate" integer,
	CONSTRAINT "simulated_clock_only" CHECK ("simulated_clock"."only"),
	CONSTRAINT "simulated_clock_mode" CHECK ("simulated_clock"."mode" in ('real', 'simulated', 'running')),
	CONSTRAINT "simulated_clock_training" CHECK ("simulated_clock"."training" or "simulated_clock"."mode" = 'real'),
	CONSTRAINT "simulated_clock_now" CHECK ("simulated_clock"."mode" = 'real' or "simulated_clock"."now_at" is not null and "simulated_clock"."set_at" is not null)
);
--> statement-breakpoint
CREATE TABLE "temporal_incarnation" (
	"only" boolean PRIMARY KEY DEFAULT true NOT NULL,
	"namespace_id" text NOT NULL,
	"sentinel_run_id" text NOT NULL,
	"seen_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "temporal_incarnation_only" CHECK ("temporal_incarnation"."only")
);
--> statement-breakpoint
ALTER TABLE "access_log" ADD CONSTRAINT "access_log_dossier_id_dossier_id_fk" FOREIGN KEY ("dossier_id") REFERENCES "public"."dossier"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dossier_access" ADD CONSTRAINT "dossier_access_dossier_id_dossier_id_fk" FOREIGN KEY ("dossier_id") REFERENCES "public"."dossier"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "calendar_version" ADD CONSTRAINT "calendar_version_municipality_id_municipality_id_fk" FOREIGN KEY ("municipality_id") REFERENCES "public"."municipality"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "institution" ADD CONSTRAINT "institution_municipality_id_municipality_id_fk" FOREIGN KEY ("municipality_id") REFERENCES "public"."municipality"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "municipality_setting" ADD CONSTRAINT "municipality_setting_municipality_id_municipality_id_fk" FOREIGN KEY ("municipality_id") REFERENCES "public"."municipality"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "role_holder" ADD CONSTRAINT "role_holder_institution_id_institution_id_fk" FOREIGN KEY ("institution_id") REFERENCES "public"."institution"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "role_holder" ADD CONSTRAINT "role_holder_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_counter" ADD CONSTRAINT "case_counter_municipality_id_municipality_id_fk" FOREIGN KEY ("municipality_id") REFERENCES "public"."municipality"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dossier" ADD CONSTRAINT "dossier_municipality_id_municipality_id_fk" FOREIGN KEY ("municipality_id") REFERENCES "public"."municipality"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dossier" ADD CONSTRAINT "dossier_home_institution_id_institution_id_fk" FOREIGN KEY ("home_institution_id") REFERENCES "public"."institution"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dossier_learner" ADD CONSTRAINT "dossier_learner_dossier_id_dossier_id_fk" FOREIGN KEY ("dossier_id") REFERENCES "public"."dossier"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dossier_learner" ADD CONSTRAINT "dossier_learner_learner_id_learner_id_fk" FOREIGN KEY ("learner_id") REFERENCES "public"."learner"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event" ADD CONSTRAINT "event_dossier_id_dossier_id_fk" FOREIGN KEY ("dossier_id") REFERENCES "public"."dossier"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "learner" ADD CONSTRAINT "learner_municipality_id_municipality_id_fk" FOREIGN KEY ("municipality_id") REFERENCES "public"."municipality"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "learner_profile" ADD CONSTRAINT "learner_profile_learner_id_learner_id_fk" FOREIGN KEY ("learner_id") REFERENCES "public"."learner"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "duty" ADD CONSTRAINT "duty_dossier_id_dossier_id_fk" FOREIGN KEY ("dossier_id") REFERENCES "public"."dossier"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "duty" ADD CONSTRAINT "duty_municipality_id_municipality_id_fk" FOREIGN KEY ("municipality_id") REFERENCES "public"."municipality"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "duty_waiting" ADD CONSTRAINT "duty_waiting_dossier_id_key_duty_dossier_id_key_fk" FOREIGN KEY ("dossier_id","key") REFERENCES "public"."duty"("dossier_id","key") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "step" ADD CONSTRAINT "step_dossier_id_dossier_id_fk" FOREIGN KEY ("dossier_id") REFERENCES "public"."dossier"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mail" ADD CONSTRAINT "mail_recipient_person_person_id_fk" FOREIGN KEY ("recipient_person") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mail" ADD CONSTRAINT "mail_institution_id_institution_id_fk" FOREIGN KEY ("institution_id") REFERENCES "public"."institution"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notice" ADD CONSTRAINT "notice_dossier_id_dossier_id_fk" FOREIGN KEY ("dossier_id") REFERENCES "public"."dossier"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notice" ADD CONSTRAINT "notice_recipient_person_person_id_fk" FOREIGN KEY ("recipient_person") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notice" ADD CONSTRAINT "notice_institution_id_institution_id_fk" FOREIGN KEY ("institution_id") REFERENCES "public"."institution"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notice" ADD CONSTRAINT "notice_mail_id_mail_id_fk" FOREIGN KEY ("mail_id") REFERENCES "public"."mail"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "access_log_dossier" ON "access_log" USING btree ("dossier_id","at");--> statement-breakpoint
CREATE INDEX "access_log_person" ON "access_log" USING btree ("person_id","at");--> statement-breakpoint
CREATE INDEX "dossier_access_party" ON "dossier_access" USING btree ("party_key","dossier_id");--> statement-breakpoint
CREATE INDEX "dossier_access_excluded" ON "dossier_access" USING btree ("party_key") WHERE "dossier_access"."view" = 'none';--> statement-breakpoint
CREATE INDEX "idempotency_created" ON "idempotency" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "institution_municipality" ON "institution" USING btree ("municipality_id");--> statement-breakpoint
CREATE INDEX "role_holder_person" ON "role_holder" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "role_holder_institution" ON "role_holder" USING btree ("institution_id");--> statement-breakpoint
CREATE UNIQUE INDEX "dossier_institution_year" ON "dossier" USING btree ("home_institution_id","school_year") WHERE "dossier"."kind" = 'institutionYear';--> statement-breakpoint
CREATE INDEX "dossier_created" ON "dossier" USING btree ("created_at","id");--> statement-breakpoint
CREATE INDEX "dossier_next_step" ON "dossier" USING btree ("next_step_at","id") WHERE "dossier"."next_step_at" is not null;--> statement-breakpoint
CREATE INDEX "dossier_to_poke" ON "dossier" USING btree ("id") WHERE "dossier"."clock_version" < "dossier"."version";--> statement-breakpoint
CREATE INDEX "dossier_poisoned" ON "dossier" USING btree ("poisoned_at") WHERE "dossier"."poisoned_at" is not null;--> statement-breakpoint
CREATE INDEX "dossier_learner_learner" ON "dossier_learner" USING btree ("learner_id");--> statement-breakpoint
CREATE INDEX "duty_overdue" ON "duty" USING btree ("municipality_id","due_sort","dossier_id","key") WHERE "duty"."settled_at" is null and "duty"."can_be_late";--> statement-breakpoint
CREATE INDEX "duty_open_institution" ON "duty" USING btree ("owed_by_institution","due_sort","dossier_id","key") WHERE "duty"."settled_at" is null;--> statement-breakpoint
CREATE INDEX "duty_open_owed_by" ON "duty" USING btree ("owed_by_key","due_sort","dossier_id","key") WHERE "duty"."settled_at" is null;--> statement-breakpoint
CREATE INDEX "duty_open" ON "duty" USING btree ("due_sort","dossier_id","key") WHERE "duty"."settled_at" is null;--> statement-breakpoint
CREATE INDEX "duty_waiting_party" ON "duty_waiting" USING btree ("party_key","open","due_sort","dossier_id","key");--> statement-breakpoint
CREATE INDEX "step_untaken" ON "step" USING btree ("at") WHERE "step"."taken_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "data_key_scope" ON "keyring"."data_key" USING btree ("scope_kind","scope_id") WHERE "keyring"."data_key"."destroyed_at" is null;--> statement-breakpoint
CREATE INDEX "data_key_kek" ON "keyring"."data_key" USING btree ("kek_id");--> statement-breakpoint
CREATE INDEX "mail_claimable" ON "mail" USING btree ("next_attempt_at","id") WHERE "mail"."state" in ('owed', 'uncertain') and "mail"."next_attempt_at" is not null;--> statement-breakpoint
CREATE INDEX "mail_sending" ON "mail" USING btree ("lease_until") WHERE "mail"."state" = 'sending';--> statement-breakpoint
CREATE INDEX "mail_recipient" ON "mail" USING btree ("recipient_person","created_at");--> statement-breakpoint
CREATE INDEX "notice_owed" ON "notice" USING btree ("send_at","recipient_person") WHERE "notice"."state" = 'owed';--> statement-breakpoint
CREATE INDEX "notice_digest" ON "notice" USING btree ("institution_id") WHERE "notice"."state" = 'owed' and "notice"."send_at" is null;--> statement-breakpoint
CREATE INDEX "notice_mail" ON "notice" USING btree ("mail_id");