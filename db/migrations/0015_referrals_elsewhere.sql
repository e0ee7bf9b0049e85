ALTER TABLE "dossier" ADD COLUMN "guest_municipalities" uuid[] DEFAULT '{}' NOT NULL;--> statement-breakpoint

-- A referral may go to an institution of another municipality: whoever appends it notes whose people count from then on.
GRANT UPDATE (guest_municipalities) ON dossier TO app_api, app_clock;--> statement-breakpoint
CREATE OR REPLACE FUNCTION app.dossiers_behind_directory(of_municipality uuid) RETURNS bigint
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT count(*) FROM dossier d JOIN municipality m ON m.id = d.municipality_id
  WHERE m.id = of_municipality AND (d.status = 'open' OR d.next_step_at IS NOT NULL)
    AND d.directory_version < m.directory_version + CASE WHEN d.guest_municipalities = '{}' THEN 0 ELSE (
      SELECT sum(g.directory_version) FROM municipality g WHERE g.id = ANY (d.guest_municipalities)) END $$;
