import { useQueryClient } from '@tanstack/react-query';
import { useAct } from '../../parts/use-act.ts';
import { dossierQuery, type NewFact, recordFacts } from '../../requests/dossiers.ts';

/** Records a fact that asks nothing more, by one press; on the version of the dossier as it is then. */
export function useOnePress(dossierId: string) {
  const queries = useQueryClient();
  return useAct(
    async (fact: NewFact, idempotencyKey) => {
      const { version } = await queries.fetchQuery({ ...dossierQuery(dossierId), staleTime: 0 });
      return await recordFacts(dossierId, [fact], { idempotencyKey, version });
    },
    () =>
      Promise.all(
        ['duties', 'dossier', 'facts'].map((name) => queries.invalidateQueries({ queryKey: [name] })),
      ),
  );
}
