import { Button, Group, Stack, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../../../parts/dialog.tsx';
import { fieldErrorsOf } from '../../../parts/field-errors.ts';
import { ProblemNote } from '../../../parts/problem-note.tsx';
import { tellDone } from '../../../parts/saved.ts';
import { useAct } from '../../../parts/use-act.ts';
import { useKeptMantineForm } from '../../../parts/use-kept-typing.tsx';
import { addPerson } from '../../../requests/staff.ts';
import type { KeptPlace } from '../use-institution.tsx';
import { noPerson, PersonFields, type PersonValues, personBody } from './person-fields.tsx';
import { noRole, RoleFields, type RoleValues, roleBody } from './role-fields.tsx';

type Props = {
  readonly place: KeptPlace;
  readonly close: () => void;
  /** Shows the new person, where the invitation is the next step. */
  readonly open: (personId: string) => void;
};

export function AddPerson({ place, close, open }: Props) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const form = useForm<PersonValues & { role: RoleValues }>({
    initialValues: { ...noPerson, role: noRole },
  });
  const { note, drop } = useKeptMantineForm(`person:new:${place.id}`, form);
  const adding = useAct(addPerson, async ({ id }) => {
    await Promise.all([
      queries.invalidateQueries({ queryKey: ['staff'] }),
      queries.invalidateQueries({ queryKey: ['staff-accounts'] }),
    ]);
    tellDone(t('administration.people.added', { name: form.values.displayName }));
    drop();
    close();
    open(id);
  });
  const send = form.onSubmit(({ role, ...person }) =>
    adding.mutate(
      { ...personBody(person), role: roleBody(role, place) },
      { onError: (error) => form.setErrors(fieldErrorsOf(error)) },
    ),
  );
  return (
    <Dialog opened onClose={close} title={t('administration.people.add')} size="lg">
      <form onSubmit={send}>
        <Stack>
          <Text size="sm">{t('administration.people.addText', { institution: place.name })}</Text>
          {note}
          <PersonFields form={form} />
          <RoleFields form={form} place={place} />
          {adding.error !== null && <ProblemNote error={adding.error} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={close}>
              {t('shell.cancel')}
            </Button>
            <Button type="submit" loading={adding.isPending}>
              {t('administration.people.addSubmit')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
