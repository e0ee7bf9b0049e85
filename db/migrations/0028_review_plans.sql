CREATE TABLE "review_plan" (
	"person_id" uuid NOT NULL,
	"dossier_id" uuid NOT NULL,
	"duty_key" text NOT NULL,
	"day" date NOT NULL,
	"planned_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "review_plan_person_id_dossier_id_pk" PRIMARY KEY("person_id","dossier_id")
);
--> statement-breakpoint
ALTER TABLE "review_plan" ADD CONSTRAINT "review_plan_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_plan" ADD CONSTRAINT "review_plan_dossier_id_dossier_id_fk" FOREIGN KEY ("dossier_id") REFERENCES "public"."dossier"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "review_plan_dossier" ON "review_plan" USING btree ("dossier_id");--> statement-breakpoint

-- What somebody means to do on a day is theirs alone, and only about a dossier that they see.
ALTER TABLE review_plan ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE review_plan FORCE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE POLICY owner_reads ON review_plan FOR SELECT TO CURRENT_USER USING (true);--> statement-breakpoint
GRANT SELECT, INSERT, DELETE, UPDATE (duty_key, day, planned_at) ON review_plan TO app_api;--> statement-breakpoint
CREATE POLICY own ON review_plan TO app_api USING (person_id = (SELECT app.actor()))
  WITH CHECK (person_id = (SELECT app.actor()) AND EXISTS (SELECT FROM dossier d WHERE d.id = dossier_id));
