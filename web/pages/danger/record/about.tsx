/** About which child: one who is known, a new one, or nobody by name yet. */
import { Loader, Radio, Select, Stack, Text, TextInput, UnstyledButton } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ProblemNote } from '../../../parts/problem-note.tsx';
import type { DangerAbout } from '../../../requests/danger.ts';
import { learnerQuery, learnerSearchQuery } from '../../../requests/learners.ts';
import { ownDirectoryQuery } from '../../../requests/staff.ts';
import classes from '../danger-page.module.css';

export type Chosen = {
  readonly who: 'known' | 'new' | 'nobody';
  readonly name?: string;
  readonly learner?: { readonly id: string; readonly name: string; readonly schoolId: string | null };
  /** An open dossier of the learner. */
  readonly dossierId?: string;
  readonly schoolId?: string;
  readonly firstName?: string;
  readonly lastName?: string;
  readonly className?: string;
};

/** What is sent; null where something is missing. */
export function dangerAbout(chosen: Chosen, ownSchool: string | undefined): DangerAbout | null {
  const { who, learner, dossierId } = chosen;
  if (who === 'known' && dossierId !== undefined) return { dossierId };
  const schoolId = (who === 'known' ? learner?.schoolId : null) ?? ownSchool ?? chosen.schoolId;
  if (schoolId === undefined) return null;
  if (who === 'nobody') return { schoolId };
  if (who === 'known') return learner === undefined ? null : { schoolId, learnerId: learner.id };
  const firstName = chosen.firstName?.trim() ?? '';
  const lastName = chosen.lastName?.trim() ?? '';
  const className = chosen.className?.trim() ?? '';
  return [firstName, lastName, className].includes('')
    ? null
    : { schoolId, learner: { firstName, lastName, className } };
}

type Props = {
  readonly chosen: Chosen;
  readonly onChange: (chosen: Chosen) => void;
  readonly tried: boolean;
  readonly ownSchool: string | undefined;
  /** May the API be asked: is somebody signed in, with a network? */
  readonly canAsk: boolean;
};

export function About({ chosen, onChange, tried, ownSchool, canAsk }: Props) {
  const { t } = useTranslation();
  const { who, learner } = chosen;
  const line = (name: 'firstName' | 'lastName' | 'className') => (
    <TextInput
      label={t(`danger.record.${name}`)}
      autoComplete="off"
      value={chosen[name] ?? ''}
      error={tried && (chosen[name] ?? '').trim() === '' ? t('danger.record.needed') : undefined}
      onChange={(event) => onChange({ ...chosen, [name]: event.currentTarget.value })}
    />
  );
  return (
    <Stack gap="sm">
      <Radio.Group
        label={t('danger.record.child')}
        value={who}
        onChange={(value) => onChange({ ...chosen, who: value })}
      >
        <Stack gap={4} mt={4}>
          {(['known', 'new', 'nobody'] as const).map((one) => (
            <Radio
              key={one}
              value={one}
              label={t(`danger.record.${one}`)}
              classNames={{ body: classes.radio }}
            />
          ))}
        </Stack>
      </Radio.Group>
      {who === 'known' && <Known chosen={chosen} onChange={onChange} canAsk={canAsk} />}
      {who === 'new' && (
        <Stack gap="xs">
          {line('firstName')}
          {line('lastName')}
          {line('className')}
        </Stack>
      )}
      {canAsk && ownSchool === undefined && !(who === 'known' && learner?.schoolId != null) && (
        <School chosen={chosen} onChange={onChange} tried={tried} />
      )}
    </Stack>
  );
}

function Known({ chosen, onChange, canAsk }: Pick<Props, 'chosen' | 'onChange' | 'canAsk'>) {
  const { t } = useTranslation();
  const { name = '', learner } = chosen;
  const [asked] = useDebouncedValue(name.trim(), 250);
  const { data, error, isFetching } = useQuery({
    ...learnerSearchQuery(asked),
    enabled: canAsk && asked.length > 1,
  });
  return (
    <Stack gap="xs">
      <TextInput
        label={t('danger.record.search')}
        autoComplete="off"
        value={name}
        rightSection={isFetching ? <Loader size="xs" /> : undefined}
        onChange={(event) => onChange({ who: 'known', name: event.currentTarget.value })}
      />
      {!canAsk && learner === undefined && <Text size="sm">{t('danger.record.searchLater')}</Text>}
      {error !== null && <ProblemNote error={error} />}
      {learner === undefined &&
        data?.here.slice(0, 8).map(({ id, firstName, lastName, className, schoolId }) => (
          <UnstyledButton
            key={id}
            className={classes.choice}
            onClick={() =>
              onChange({
                who: 'known',
                name,
                learner: { id, name: `${firstName} ${lastName}, ${className}`, schoolId },
              })
            }
          >
            {firstName} {lastName}, {className}
          </UnstyledButton>
        ))}
      {learner === undefined && data?.here.length === 0 && (
        <Text role="status">{t('danger.record.noneFound')}</Text>
      )}
      {learner !== undefined && (
        <>
          <Text fw={600} role="status">
            {t('danger.record.chosen', { name: learner.name })}
          </Text>
          <Where learnerId={learner.id} chosen={chosen} onChange={onChange} />
        </>
      )}
    </Stack>
  );
}

/** An open case of the child, where the person sees one; else a new concern. */
function Where({
  learnerId,
  chosen,
  onChange,
}: Pick<Props, 'chosen' | 'onChange'> & { readonly learnerId: string }) {
  const { t } = useTranslation();
  const { data } = useQuery(learnerQuery(learnerId));
  const open = data?.openWork.dossiers ?? [];
  if (open.length === 0) return null;
  const { dossierId, ...rest } = chosen;
  return (
    <Radio.Group
      label={t('danger.record.where')}
      value={dossierId ?? ''}
      onChange={(value) => onChange(value === '' ? rest : { ...rest, dossierId: value })}
    >
      <Stack gap={4} mt={4}>
        {open.map(({ id, caseNumber }) => (
          <Radio
            key={id}
            value={id}
            label={t('danger.record.inDossier', { number: caseNumber })}
            classNames={{ body: classes.radio }}
          />
        ))}
        <Radio value="" label={t('danger.record.newConcern')} classNames={{ body: classes.radio }} />
      </Stack>
    </Radio.Group>
  );
}

/** For those who do not work at a school. */
function School({ chosen, onChange, tried }: Pick<Props, 'chosen' | 'onChange' | 'tried'>) {
  const { t } = useTranslation();
  const { data = [] } = useQuery(ownDirectoryQuery);
  return (
    <Select
      label={t('danger.record.school')}
      data={data.filter(({ kind }) => kind === 'school').map(({ id, name }) => ({ value: id, label: name }))}
      value={chosen.schoolId ?? null}
      searchable
      error={tried && chosen.schoolId === undefined ? t('danger.record.needed') : undefined}
      onChange={(schoolId) => {
        if (schoolId !== null) onChange({ ...chosen, schoolId });
      }}
    />
  );
}
