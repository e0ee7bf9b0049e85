import { Button, Group } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { signOut } from '../../requests/account.ts';
import { Refused } from '../../requests/request.ts';

/** Where the sign-in is too old, the page asks for it in place. */
export function FreshProblem({ error }: { readonly error: unknown }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  if (error === null) return null;
  const old = error instanceof Refused && error.problem.code === 'freshSignInNeeded';
  return (
    <>
      <ProblemNote error={error} />
      {old && (
        <Group>
          <Button onClick={() => void signOut().then(() => queries.invalidateQueries())}>
            {t('settings.factor.signInAgain')}
          </Button>
        </Group>
      )}
    </>
  );
}
