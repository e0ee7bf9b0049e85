/** Before a danger is written down: what that settles and starts (design, principle 4). A help, never a condition. */
import { useQuery } from '@tanstack/react-query';
import { Consequence } from '../../../parts/record-fact/consequence.tsx';
import type { DangerAbout } from '../../../requests/danger.ts';
import { dossierQuery, type NewFact } from '../../../requests/dossiers.ts';
import { procedureQuery } from '../../../requests/new-case.ts';

type Props = { readonly about: DangerAbout; readonly facts: readonly NewFact[] };

export function WhatFollows({ about, facts }: Props) {
  return 'dossierId' in about ? (
    <InDossier dossierId={about.dossierId} facts={facts} />
  ) : (
    <InNewConcern facts={facts} />
  );
}

function InDossier({ dossierId, facts }: Pick<Props, 'facts'> & { readonly dossierId: string }) {
  const { data } = useQuery(dossierQuery(dossierId));
  if (data === undefined) return null;
  return <Consequence procedureId={data.procedureId} dossier={data} facts={facts} />;
}

function InNewConcern({ facts }: Pick<Props, 'facts'>) {
  const { data } = useQuery(procedureQuery);
  if (data === undefined) return null;
  return <Consequence procedureId={data} dossier={null} facts={facts} />;
}
