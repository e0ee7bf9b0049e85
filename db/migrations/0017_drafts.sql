CREATE TABLE "draft" (
	"person_id" uuid NOT NULL,
	"form" text NOT NULL,
	"dossier_id" uuid,
	"institution_id" uuid NOT NULL,
	"content" "bytea" NOT NULL,
	"key_id" uuid NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "draft_person_id_form_pk" PRIMARY KEY("person_id","form")
);
--> statement-breakpoint
ALTER TABLE "draft" ADD CONSTRAINT "draft_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "draft" ADD CONSTRAINT "draft_dossier_id_dossier_id_fk" FOREIGN KEY ("dossier_id") REFERENCES "public"."dossier"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "draft" ADD CONSTRAINT "draft_institution_id_institution_id_fk" FOREIGN KEY ("institution_id") REFERENCES "public"."institution"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "draft_dossier" ON "draft" USING btree ("dossier_id");--> statement-breakpoint
CREATE INDEX "draft_updated" ON "draft" USING btree ("updated_at");--> statement-breakpoint

-- What somebody has typed is theirs alone: nobody else reads it, whatever they may see of the case.
ALTER TABLE draft ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE draft FORCE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE POLICY owner_reads ON draft FOR SELECT TO CURRENT_USER USING (true);--> statement-breakpoint
GRANT SELECT, INSERT, DELETE, UPDATE (dossier_id, institution_id, content, key_id, updated_at) ON draft TO app_api;--> statement-breakpoint
CREATE POLICY own ON draft TO app_api USING (person_id = (SELECT app.actor()))
  WITH CHECK (person_id = (SELECT app.actor()) AND 'i:' || institution_id::text = ANY ((SELECT app.keys())::text[]));--> statement-breakpoint
GRANT SELECT (updated_at), DELETE ON draft TO app_clock;--> statement-breakpoint
CREATE POLICY clock_forgets ON draft FOR DELETE TO app_clock USING (true);--> statement-breakpoint
CREATE POLICY clock_sees_age ON draft FOR SELECT TO app_clock USING (true);
