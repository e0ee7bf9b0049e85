/** Who of the institution does what it owes: said beside the duty, taken on, given back, handed to a colleague. */
import { Button, Group, Menu, Select, Stack, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../app/may.ts';
import { useSession } from '../app/session.ts';
import { colleaguesQuery } from '../requests/directory.ts';
import { type DutyView, takeDuty } from '../requests/duties.ts';
import { Dialog } from './dialog.tsx';
import { inLanguage } from './in-language.ts';
import { ProblemNote } from './problem-note.tsx';
import { RowButton } from './row-button.tsx';
import { tellDone } from './saved.ts';
import { isShared, shortPerson, type TakingAct, takingActs } from './taking-acts.ts';

type Props = { readonly view: DutyView };

/** “Liene A. to dara”. */
export function TakenWords({ view: { takenBy } }: Props) {
  const { t } = useTranslation();
  const { account } = useSession();
  if (takenBy === null) return null;
  return (
    <Text component="span" fz="inherit" fw={500}>
      {takenBy.personId === account.personId
        ? t('duty.taking.byMe')
        : t('duty.taking.by', { who: shortPerson(takenBy.name) })}
    </Text>
  );
}

/** Takes on what nobody has taken on yet. */
export function TakeButton({ view }: Props) {
  const { account, institution } = useSession();
  const { t } = useTranslation();
  const taking = useTaking(view);
  if (view.takenBy !== null || !isShared(view.duty, institution.id)) return null;
  return (
    <RowButton
      label={t('duty.taking.acts.take')}
      name={t('duty.taking.takeOf', { title: inLanguage(view.duty.title) })}
      loading={taking.isPending}
      onClick={() => taking.mutate(account.personId)}
    />
  );
}

/** What else may be said of who does it, for a menu; handing it to somebody asks to whom. */
export function useTakingActs(view: DutyView): {
  readonly acts: readonly TakingAct[];
  readonly begin: (act: Exclude<TakingAct, 'hand'>) => void;
} {
  const { account, institution } = useSession();
  const hands = useMay()('managePeople');
  const taking = useTaking(view);
  return {
    acts: takingActs(view, { personId: account.personId, institutionId: institution.id, hands }),
    begin: (act) => taking.mutate(act === 'giveBack' ? null : account.personId),
  };
}

function useTaking({ dossierId, duty }: DutyView, done?: () => void) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (personId: string | null) => takeDuty({ dossierId, dutyKey: duty.key, personId }),
    onSuccess: async (_done, personId) => {
      tellDone(t(personId === null ? 'duty.taking.givenBack' : 'duty.taking.taken'));
      done?.();
      await Promise.all(
        ['duties', 'referrals'].map((name) => queries.invalidateQueries({ queryKey: [name] })),
      );
    },
  });
}

type ItemsProps = ReturnType<typeof useTakingActs> & { readonly onHand: () => void };

export function TakingItems({ acts, begin, onHand }: ItemsProps) {
  const { t } = useTranslation();
  return acts.map((act) => (
    <Menu.Item key={act} onClick={() => (act === 'hand' ? onHand() : begin(act))}>
      {t(`duty.taking.acts.${act}`)}
    </Menu.Item>
  ));
}

/** To whom the duty is handed, by whoever manages the institution's people. */
export function HandDuty({ view, onClose }: Props & { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const { data, error } = useQuery(colleaguesQuery);
  const [personId, setPersonId] = useState<string | null>(null);
  const taking = useTaking(view, onClose);
  const people = data?.colleagues ?? [];
  return (
    <Dialog opened onClose={onClose} title={t('duty.taking.hand')}>
      <Stack gap="sm">
        <Text size="sm">{inLanguage(view.duty.title)}</Text>
        <Select
          label={t('duty.taking.toWhom')}
          description={t('duty.taking.handHint')}
          searchable
          value={personId}
          onChange={setPersonId}
          data={people.map(({ id, displayName, roles }) => ({
            value: id,
            label: `${displayName}, ${roles.map(inLanguage).join(', ')}`,
          }))}
        />
        {error !== null && <ProblemNote error={error} />}
        {taking.error !== null && <ProblemNote error={taking.error} />}
        <Group justify="end">
          <Button variant="default" onClick={onClose}>
            {t('shell.cancel')}
          </Button>
          <Button
            disabled={personId === null}
            loading={taking.isPending}
            onClick={() => taking.mutate(personId)}
          >
            {t('duty.taking.handIt')}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
