CREATE TABLE "taken_duty" (
	"dossier_id" uuid NOT NULL,
	"institution_id" uuid NOT NULL,
	"matter" text NOT NULL,
	"person_id" uuid NOT NULL,
	"by_person_id" uuid NOT NULL,
	"taken_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "taken_duty_dossier_id_institution_id_matter_pk" PRIMARY KEY("dossier_id","institution_id","matter")
);
--> statement-breakpoint
ALTER TABLE "taken_duty" ADD CONSTRAINT "taken_duty_dossier_id_dossier_id_fk" FOREIGN KEY ("dossier_id") REFERENCES "public"."dossier"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "taken_duty" ADD CONSTRAINT "taken_duty_institution_id_institution_id_fk" FOREIGN KEY ("institution_id") REFERENCES "public"."institution"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "taken_duty" ADD CONSTRAINT "taken_duty_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "taken_duty" ADD CONSTRAINT "taken_duty_by_person_id_person_id_fk" FOREIGN KEY ("by_person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "taken_duty_person" ON "taken_duty" USING btree ("person_id");--> statement-breakpoint

-- Seen and written by colleagues who see the dossier; the side that waits has no part in who works there.
ALTER TABLE taken_duty ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE taken_duty FORCE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE POLICY owner_reads ON taken_duty FOR SELECT TO CURRENT_USER USING (true);--> statement-breakpoint
GRANT SELECT, INSERT, DELETE, UPDATE (person_id, by_person_id, taken_at) ON taken_duty TO app_api;--> statement-breakpoint
CREATE POLICY colleagues ON taken_duty TO app_api
  USING ('i:' || institution_id::text = ANY (app.keys()) AND EXISTS (SELECT FROM dossier d WHERE d.id = dossier_id))
  WITH CHECK ('i:' || institution_id::text = ANY (app.keys()) AND by_person_id = (SELECT app.actor())
    AND EXISTS (SELECT FROM dossier d WHERE d.id = dossier_id));--> statement-breakpoint
-- Whether somebody must not know of a dossier (rules of conduct 3): they are neither named as who does something about
-- it nor handed anything of it. Asked about dossiers that the actor sees.
CREATE FUNCTION app.must_not_know(of_dossier uuid, who uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT FROM dossier_access a WHERE a.dossier_id = of_dossier AND a.view = 'none'
    AND a.party_key = 'p:' || who::text)
$$;--> statement-breakpoint
REVOKE ALL ON FUNCTION app.must_not_know(uuid, uuid) FROM PUBLIC;--> statement-breakpoint
GRANT EXECUTE ON FUNCTION app.must_not_know(uuid, uuid) TO app_api;
