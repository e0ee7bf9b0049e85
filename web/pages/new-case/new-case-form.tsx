import { Alert, Button, Fieldset, Group, Stack, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../app/may.ts';
import { useSession } from '../../app/session.ts';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { tellDone } from '../../parts/saved.ts';
import { changeSiblings, learnerQuery, registerLearner } from '../../requests/learners.ts';
import { type NewDossier, openDossier, procedureQuery } from '../../requests/new-case.ts';
import { Refused } from '../../requests/request.ts';
import { ChosenLearner } from './chosen-learner.tsx';
import { firstFacts, type Happened, missingOf, type What } from './first-facts.ts';
import { HappenedFields } from './happened-fields.tsx';
import { LearnerChoice } from './learner-choice.tsx';
import { NewCasePreview } from './new-case-preview.tsx';
import { learnerFrom, type TypedLearner, toRegister } from './new-learner.ts';
import { NewLearnerFields } from './new-learner-fields.tsx';
import { SameForSiblings } from './same-for-siblings.tsx';

type Props = {
  readonly learnerId: string | undefined;
  readonly onChoose: (learnerId: string | undefined) => void;
};

/** One key for each act: the learner may be there while the dossier is not yet. */
const freshKeys = () => ({
  learner: crypto.randomUUID(),
  /** Of a learner who is said to be somebody else. */
  another: crypto.randomUUID(),
  siblings: crypto.randomUUID(),
  dossier: crypto.randomUUID(),
});

export function NewCaseForm({ learnerId, onChoose }: Props) {
  const { t } = useTranslation();
  const session = useSession();
  const may = useMay();
  const searches = may('searchLearners');
  const registers = may('registerLearner') && session.institution.kind === 'school';
  const queries = useQueryClient();
  const navigate = useNavigate();
  const offered: readonly What[] = searches ? ['identified', 'noticed', 'case'] : ['noticed'];
  const [fresh, setFresh] = useState<TypedLearner | null>(searches ? null : learnerFrom(''));
  const [happened, setHappened] = useState<Happened>({
    what: offered[0] ?? 'noticed',
    riskCode: '',
    acute: false,
    words: '',
    level: '1',
    managerId: session.account.personId,
  });
  const [tried, setTried] = useState(false);
  const [keys, setKeys] = useState(freshKeys);
  const procedure = useQuery(procedureQuery);
  const chosen = useQuery({ ...learnerQuery(learnerId ?? ''), enabled: learnerId !== undefined });
  /** Siblings about whom the same is recorded, each with the key of that act. */
  const [also, setAlso] = useState<ReadonlyMap<string, string>>(new Map());
  const siblings = (learnerId === undefined ? fresh?.siblings : chosen.data?.siblings) ?? [];
  const toggle = (siblingId: string) =>
    setAlso((before) => {
      const after = new Map(before);
      if (!after.delete(siblingId)) after.set(siblingId, crypto.randomUUID());
      return after;
    });
  const missing = missingOf(happened);
  const nameMissing = fresh !== null && (fresh.firstName.trim() === '' || fresh.lastName.trim() === '');

  const saving = useMutation({
    mutationFn: async (notDuplicate: boolean) => {
      const dossier = {
        kind: happened.what === 'case' ? 'case' : 'concern',
        schoolId: chosen.data?.schoolId ?? session.institution.id,
        procedureId: procedure.data ?? '',
        facts: firstFacts(happened),
      } as const;
      const whom = siblings.filter(({ id }) => also.has(id));
      const written = await openDossier({ ...dossier, ...(await about(notDuplicate)) }, keys.dossier);
      const numbers = [written.caseNumber];
      for (const { id, schoolId } of whom) {
        const place = { ...dossier, learnerId: id, schoolId: schoolId ?? dossier.schoolId };
        numbers.push((await openDossier(place, also.get(id) ?? '')).caseNumber);
      }
      return { dossierId: written.dossierId, numbers };
    },
    onSuccess: async ({ dossierId, numbers }) => {
      tellDone(t('newCase.saved', { number: numbers.join(', '), count: numbers.length }));
      await queries.invalidateQueries({ refetchType: 'none' });
      await navigate({ to: `/lietas/${dossierId}` });
    },
  });
  const duplicate = saving.error instanceof Refused && saving.error.problem.code === 'possibleDuplicate';

  /** Whom the dossier is about; a new learner is registered first, where the person may. */
  async function about(notDuplicate: boolean): Promise<Pick<NewDossier, 'learnerId' | 'learner'>> {
    if (learnerId !== undefined) return { learnerId };
    if (fresh === null) return {};
    if (!registers) {
      const { firstName, lastName, className } = fresh;
      return {
        learner: { firstName: firstName.trim(), lastName: lastName.trim(), className: className.trim() },
      };
    }
    const made = await registerLearner(
      toRegister(fresh, notDuplicate),
      notDuplicate ? keys.another : keys.learner,
    );
    if (fresh.siblings.length > 0) {
      const siblingIds = fresh.siblings.map(({ id }) => id);
      await changeSiblings({ learnerId: made.learnerId, siblingIds }, keys.siblings);
    }
    // From here on the learner is known, also where the dossier is refused.
    onChoose(made.learnerId);
    return { learnerId: made.learnerId };
  }

  const ready = learnerId !== undefined || fresh !== null;
  const save = (notDuplicate: boolean) => {
    setTried(true);
    if (missing.length === 0 && (learnerId !== undefined || !nameMissing)) saving.mutate(notDuplicate);
  };
  const anotherLearner = () => {
    setFresh(searches ? null : learnerFrom(''));
    setKeys(freshKeys);
    setAlso(new Map());
    saving.reset();
    onChoose(undefined);
  };
  return (
    <form
      noValidate
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        save(false);
      }}
    >
      <Stack gap="md">
        <Fieldset legend={t('newCase.who')}>{whom()}</Fieldset>
        {ready && (
          <>
            <Fieldset legend={t('newCase.what')}>
              <HappenedFields value={happened} onChange={setHappened} offered={offered} tried={tried} />
            </Fieldset>
            <SameForSiblings
              siblings={siblings}
              chosen={new Set(also.keys())}
              onToggle={toggle}
              words={happened.words}
              firstName={fresh?.firstName ?? chosen.data?.firstName ?? ''}
            />
            <NewCasePreview
              procedureId={procedure.data ?? ''}
              facts={missing.length === 0 && procedure.data !== undefined ? firstFacts(happened) : null}
            />
            {duplicate ? (
              <Alert role="alert" variant="light" color="yellow" title={t('newCase.learner.duplicate')}>
                <Text size="sm">{t('newCase.learner.duplicateText')}</Text>
                <Group mt="xs">
                  <Button size="xs" onClick={anotherLearner}>
                    {t('newCase.learner.searchAgain')}
                  </Button>
                  <Button size="xs" variant="default" loading={saving.isPending} onClick={() => save(true)}>
                    {t('newCase.learner.different')}
                  </Button>
                </Group>
              </Alert>
            ) : (
              saving.error !== null && <ProblemNote error={saving.error} />
            )}
            <Group justify="end">
              <Button type="submit" loading={saving.isPending} disabled={procedure.data === undefined}>
                {t(`newCase.save.${happened.what}`)}
              </Button>
            </Group>
          </>
        )}
      </Stack>
    </form>
  );

  function whom() {
    if (learnerId !== undefined)
      return <ChosenLearner learnerId={learnerId} onChoose={onChoose} onAnother={anotherLearner} />;
    if (fresh === null)
      return <LearnerChoice onChoose={onChoose} onNew={(typed) => setFresh(learnerFrom(typed))} />;
    return (
      <Stack gap="sm">
        {searches ? (
          <Group justify="space-between">
            <Text fw={600}>{t('newCase.learner.title')}</Text>
            <Button size="compact-sm" variant="default" onClick={anotherLearner}>
              {t('newCase.learner.searchAgain')}
            </Button>
          </Group>
        ) : (
          <Text size="sm">{t('newCase.noSearch')}</Text>
        )}
        <NewLearnerFields value={fresh} onChange={setFresh} whole={registers} tried={tried} />
      </Stack>
    );
  }
}
