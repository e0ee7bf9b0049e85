/** Looking into a case without a ground while a child is in danger: at once, with a reason, and reviewed afterwards. */
import { Alert, Anchor, Button, Group, Radio, Stack, Text, Textarea, TextInput, Title } from '@mantine/core';
import { IconEye } from '@tabler/icons-react';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../app/may.ts';
import { numberTyped } from '../../app/number-typed.ts';
import { useCodes } from '../../parts/code-words.ts';
import { fieldErrorsOf, isSaidBeside } from '../../parts/field-errors.ts';
import { NoRight } from '../../parts/no-right.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { wallTimeOf } from '../../parts/riga-time.ts';
import { useAct } from '../../parts/use-act.ts';
import { useKeptTyping } from '../../parts/use-kept-typing.tsx';
import { takeEmergencyAccess } from '../../requests/dossiers.ts';

const route = getRouteApi('/inside/arkartas-piekluve');

export function EmergencyAccessPage() {
  const { numurs } = route.useSearch();
  const may = useMay()('takeEmergencyAccess');
  return may ? <EmergencyAccessForm key={numurs} numberGiven={numurs ?? ''} /> : <NoRight />;
}

function EmergencyAccessForm({ numberGiven }: { readonly numberGiven: string }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const grounds = useCodes('access.takenInEmergency', 'groundCode');
  const begun = { number: numberGiven, groundCode: '', reason: '' };
  const [typed, setTyped] = useState(begun);
  const [tried, setTried] = useState(false);
  const put = (part: Partial<typeof begun>) => setTyped((before) => ({ ...before, ...part }));
  const { note, drop } = useKeptTyping('emergency-access', {
    values: typed,
    changed: typed.groundCode !== '' || typed.reason !== '' || typed.number !== numberGiven,
    fits: ({ number }) => numberGiven === '' || number === numberGiven,
    restore: setTyped,
    begin: () => setTyped(begun),
  });
  const caseNumber = numberTyped(typed.number.trim(), wallTimeOf(new Date()).day.slice(0, 4));
  const missing = {
    caseNumber: caseNumber === null,
    groundCode: typed.groundCode === '',
    reason: typed.reason.trim() === '',
  };
  const taking = useAct(takeEmergencyAccess, async ({ dossierId }) => {
    drop();
    await navigate({ to: `/lietas/${dossierId}` });
  });
  const refused = fieldErrorsOf(taking.error);
  const errorAt = (field: keyof typeof missing) =>
    refused[field] ?? (tried && missing[field] ? t(`emergency.missing.${field}`) : undefined);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (caseNumber !== null && !Object.values(missing).includes(true))
      taking.mutate({ caseNumber, groundCode: typed.groundCode, reason: typed.reason.trim() });
  };
  return (
    <form onSubmit={submit} noValidate>
      <Stack maw={560}>
        <Title order={1}>{t('emergency.title')}</Title>
        <Anchor component={Link} to="/briesmas" c="inherit" underline="always">
          {t('newCase.intro')}
        </Anchor>
        <Alert variant="light" color="gray" icon={<IconEye aria-hidden />}>
          {t('emergency.text')}
        </Alert>
        {note}
        <TextInput
          label={t('emergency.number')}
          description={t('emergency.numberHint')}
          inputMode="numeric"
          w={220}
          maxLength={20}
          value={typed.number}
          error={errorAt('caseNumber')}
          onChange={(event) => put({ number: event.currentTarget.value })}
        />
        <Radio.Group
          label={t('emergency.ground')}
          value={typed.groundCode}
          error={errorAt('groundCode')}
          onChange={(groundCode) => put({ groundCode })}
        >
          <Stack gap="xs" my={4}>
            {grounds.map(({ value, label }) => (
              <Radio key={value} value={value} label={label} />
            ))}
          </Stack>
        </Radio.Group>
        <Textarea
          label={t('emergency.reason')}
          description={t('emergency.reasonHint')}
          autosize
          minRows={3}
          maxLength={10_000}
          value={typed.reason}
          error={errorAt('reason')}
          onChange={(event) => put({ reason: event.currentTarget.value })}
        />
        {taking.error !== null && !isSaidBeside(taking.error, missing) && (
          <ProblemNote error={taking.error} />
        )}
        <Group justify="end">
          <Button type="submit" loading={taking.isPending}>
            {t('emergency.take')}
          </Button>
        </Group>
        <Text size="sm" c="dimmed">
          {t('emergency.after')}
        </Text>
      </Stack>
    </form>
  );
}
