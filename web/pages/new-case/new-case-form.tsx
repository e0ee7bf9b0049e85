import { Alert, Button, Fieldset, Group, Skeleton, Stack, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../app/may.ts';
import { useSession } from '../../app/session.ts';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { Consequence } from '../../parts/record-fact/consequence.tsx';
import { RestoredNote } from '../../parts/restored-note.tsx';
import { wallTimeOf } from '../../parts/riga-time.ts';
import { tellDone } from '../../parts/saved.ts';
import { useDraft, useEarlierDraft } from '../../parts/use-draft.ts';
import { changeSiblings, learnerQuery, registerLearner } from '../../requests/learners.ts';
import { type NewDossier, openDossier, procedureQuery } from '../../requests/new-case.ts';
import { Refused, whenReachable } from '../../requests/request.ts';
import { ChosenLearner } from './chosen-learner.tsx';
import { firstFacts, type Happened, missingOf, type What } from './first-facts.ts';
import { HappenedFields } from './happened-fields.tsx';
import { LearnerChoice } from './learner-choice.tsx';
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

/** What somebody typed before they were interrupted. */
type Typed = {
  readonly learnerId: string | undefined;
  /** A learner who is not in the system yet. */
  readonly fresh: TypedLearner | null;
  readonly happened: Happened;
  readonly keys: ReturnType<typeof freshKeys>;
  /** Ids of siblings about whom the same is recorded, each with the key of that act. */
  readonly also: Readonly<Record<string, string>>;
};

const form = 'new-case';

export function NewCaseForm(props: Props) {
  const { t } = useTranslation();
  const draft = useEarlierDraft(form);
  if (draft === undefined) return <Skeleton height={160} aria-label={t('shell.loading')} />;
  const earlier = draft === null ? null : typedIn(draft, props.learnerId);
  return <Form {...props} earlier={earlier} />;
}

/** Null where it was about another learner than the one who is chosen now. */
function typedIn(draft: string, learnerId: string | undefined): Typed | null {
  const typed = JSON.parse(draft) as Typed;
  return learnerId === undefined || typed.learnerId === learnerId ? typed : null;
}

function Form({ learnerId, onChoose, earlier }: Props & { readonly earlier: Typed | null }) {
  const { t } = useTranslation();
  const session = useSession();
  const may = useMay();
  const searches = may('searchLearners');
  const registers = may('registerLearner') && session.institution.kind === 'school';
  const queries = useQueryClient();
  const navigate = useNavigate();
  const offered: readonly What[] = searches ? ['identified', 'noticed', 'absence', 'case'] : ['noticed'];
  const anew = (): Typed => ({
    learnerId: undefined,
    fresh: searches ? null : learnerFrom(''),
    happened: {
      what: offered[0] ?? 'noticed',
      riskCode: '',
      acute: false,
      words: '',
      absentOn: wallTimeOf(new Date()).day,
      absentFor: 'day',
      reasonKnown: false,
      level: '1',
      managerId: session.account.personId,
    },
    keys: freshKeys(),
    also: {},
  });
  // A draft may come from a version that asked less.
  const [typed, setTyped] = useState((): Typed => {
    const fresh = anew();
    return earlier === null ? fresh : { ...earlier, happened: { ...fresh.happened, ...earlier.happened } };
  });
  const [restored, setRestored] = useState(earlier !== null);
  const { fresh, happened, keys, also } = typed;
  const { keep, drop } = useDraft(form);
  const change = (changed: Partial<Typed>) => {
    const next = { ...typed, learnerId, ...changed };
    setTyped(next);
    keep(next);
  };
  // The one who had been chosen is chosen again.
  useEffect(() => {
    if (learnerId === undefined && earlier?.learnerId !== undefined) onChoose(earlier.learnerId);
    // biome-ignore lint/correctness/useExhaustiveDependencies: only where the form opens; later the person chooses.
  }, []);
  const [tried, setTried] = useState(false);
  const procedure = useQuery(procedureQuery);
  const chosen = useQuery({ ...learnerQuery(learnerId ?? ''), enabled: learnerId !== undefined });
  const siblings = (learnerId === undefined ? fresh?.siblings : chosen.data?.siblings) ?? [];
  const toggle = (siblingId: string) => {
    const { [siblingId]: key, ...others } = also;
    change({ also: key === undefined ? { ...also, [siblingId]: crypto.randomUUID() } : others });
  };
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
      const whom = siblings.filter(({ id }) => id in also);
      const written = await openDossier({ ...dossier, ...(await about(notDuplicate)) }, keys.dossier);
      const numbers = [written.caseNumber];
      for (const { id, schoolId } of whom) {
        const place = { ...dossier, learnerId: id, schoolId: schoolId ?? dossier.schoolId };
        numbers.push((await openDossier(place, also[id] ?? '')).caseNumber);
      }
      return { dossierId: written.dossierId, numbers };
    },
    retry: whenReachable,
    onSuccess: async ({ dossierId, numbers }) => {
      drop();
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
    const { fresh: nobody, keys: others } = anew();
    change({ learnerId: undefined, fresh: nobody, keys: others, also: {} });
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
        {restored && (
          <RestoredNote
            onAnew={() => {
              drop();
              setTyped(anew());
              setRestored(false);
              onChoose(undefined);
            }}
          />
        )}
        <Fieldset legend={t('newCase.who')}>{whom()}</Fieldset>
        {ready && (
          <>
            <Fieldset legend={t('newCase.what')}>
              <HappenedFields
                value={happened}
                onChange={(next) => change({ happened: next })}
                offered={offered}
                tried={tried}
              />
            </Fieldset>
            <SameForSiblings
              siblings={siblings}
              chosen={new Set(Object.keys(also))}
              onToggle={toggle}
              words={happened.words}
              firstName={fresh?.firstName ?? chosen.data?.firstName ?? ''}
            />
            {missing.length > 0 ? (
              <Text size="sm">{t('newCase.previewLater')}</Text>
            ) : (
              procedure.data !== undefined && (
                <Consequence procedureId={procedure.data} dossier={null} facts={firstFacts(happened)} />
              )
            )}
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
      return <LearnerChoice onChoose={onChoose} onNew={(name) => change({ fresh: learnerFrom(name) })} />;
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
        <NewLearnerFields
          value={fresh}
          onChange={(next) => change({ fresh: next })}
          whole={registers}
          tried={tried}
        />
      </Stack>
    );
  }
}
