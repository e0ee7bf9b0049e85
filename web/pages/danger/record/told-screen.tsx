/** How a recorded danger stands: not reported yet, sent, or reported; and where one enters it (R 2). */
import { Alert, Button, Center, List, Loader, Stack, Text, Title } from '@mantine/core';
import { IconAlertTriangle, IconClock, IconHandStop, IconPhone, IconPhoneCheck } from '@tabler/icons-react';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { inLanguage } from '../../../parts/in-language.ts';
import { ProblemNote } from '../../../parts/problem-note.tsx';
import { isOnDangerPage, waysToSettle } from '../../../parts/ways-to-settle.ts';
import { dossierQuery, factsQuery } from '../../../requests/dossiers.ts';
import { dutiesOfDossier } from '../../../requests/duties.ts';
import { ownDirectoryQuery } from '../../../requests/staff.ts';
import { RouteCard } from '../route-card.tsx';
import { stateOf, type Telling, type TellingState, tellingsOf } from '../tellings.ts';
import { ReceiptForm } from './receipt-form.tsx';
import { ToldForm } from './told-form.tsx';

const looks = {
  untold: { color: 'danger', Icon: IconAlertTriangle },
  unconfirmed: { color: 'yellow', Icon: IconClock },
  told: { color: 'accent', Icon: IconPhoneCheck },
} as const;

export function ToldScreen({ dossierId }: { readonly dossierId: string }) {
  const { t } = useTranslation();
  const { data: dossier } = useQuery(dossierQuery(dossierId));
  const { data, error, refetch, hasNextPage, fetchNextPage } = useInfiniteQuery(factsQuery(dossierId));
  useEffect(() => {
    if (hasNextPage) void fetchNextPage();
  }, [hasNextPage, fetchNextPage]);
  if (data === undefined || hasNextPage) {
    return error === null ? (
      <Center mih={200}>
        <Loader aria-label={t('shell.loading')} />
      </Center>
    ) : (
      <ProblemNote error={error} again={() => void refetch()} />
    );
  }
  const tellings = tellingsOf(data.map(({ event }) => event));
  const state = stateOf(tellings);
  return (
    <Stack gap="md">
      <State state={state} />
      {dossier !== undefined && (
        <Text size="sm" c="dimmed">
          {t('danger.told.case', { number: dossier.caseNumber })}
          {dossier.learner !== null &&
            ` · ${dossier.learner.firstName} ${dossier.learner.lastName}, ${dossier.learner.className}`}
        </Text>
      )}
      <Stack gap="sm" component="ol" p={0} m={0}>
        {tellings.map((telling) => (
          <RouteCard key={telling.route.text.lv} route={telling.route}>
            <Entering dossierId={dossierId} telling={telling} />
          </RouteCard>
        ))}
      </Stack>
      <Alert variant="outline" color="danger" icon={<IconHandStop />} title={t('danger.result.parents')}>
        {t('danger.result.parentsAsk')}
      </Alert>
      <Started dossierId={dossierId} />
      <Button component={Link} to="/" variant="subtle">
        {t('danger.home')}
      </Button>
    </Stack>
  );
}

/** What else is to be done, and by when; the cards above stand for what is to be told. */
function Started({ dossierId }: { readonly dossierId: string }) {
  const { t } = useTranslation();
  const { data = [] } = useQuery(dutiesOfDossier(dossierId));
  const open = data.filter(
    ({ duty }) => duty.settled === null && !waysToSettle(duty).some(({ type }) => isOnDangerPage(type)),
  );
  if (open.length === 0) return null;
  return (
    <Stack gap={4}>
      <Title order={2}>{t('danger.told.started')}</Title>
      <List spacing={4} pr="sm">
        {open.map(({ duty, dueWords }) => (
          <List.Item key={duty.key}>
            {inLanguage(duty.title)}
            {dueWords === null ? '' : ` – ${inLanguage(dueWords)}`}
          </List.Item>
        ))}
      </List>
    </Stack>
  );
}

function State({ state }: { readonly state: TellingState }) {
  const { t } = useTranslation();
  const { color, Icon } = looks[state];
  return (
    <Alert role="status" variant="outline" color={color} icon={<Icon />}>
      <Title order={1} size="h2" tabIndex={-1}>
        {t(`danger.told.${state}`)}
      </Title>
      <Text>{t(`danger.told.${state}Text`)}</Text>
    </Alert>
  );
}

function Entering({ dossierId, telling }: { readonly dossierId: string; readonly telling: Telling }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const { state, report, route } = telling;
  const required = route.binding === 'required';
  return (
    <Stack gap="xs">
      {(required || report !== null) && (
        <Text fw={600} c={state === 'told' ? 'var(--done)' : 'var(--late)'}>
          {t(`danger.told.${state}`)}
        </Text>
      )}
      {state !== 'told' && <Phones telling={telling} />}
      {open ? (
        state === 'unconfirmed' && report !== null ? (
          <ReceiptForm dossierId={dossierId} reportId={report.id} close={() => setOpen(false)} />
        ) : (
          <ToldForm dossierId={dossierId} telling={telling} close={() => setOpen(false)} />
        )
      ) : (
        state !== 'told' && (
          <Button variant={required ? 'filled' : 'default'} size="md" h={48} onClick={() => setOpen(true)}>
            {t(state === 'unconfirmed' ? 'danger.told.confirm' : 'danger.told.enter')}
          </Button>
        )
      )}
    </Stack>
  );
}

/** Numbers of those who may be told, from the municipality’s directory. 110 has a button of its own. */
function Phones({ telling }: { readonly telling: Telling }) {
  const { t } = useTranslation();
  const { data = [] } = useQuery(ownDirectoryQuery);
  const kinds = new Set<string>(
    telling.route.options.filter(({ channel }) => channel !== 'call110').map(({ to }) => to),
  );
  const numbers = data.flatMap(({ id, kind, name, phone }) =>
    kinds.has(kind) && phone !== null ? [{ id, name, phone }] : [],
  );
  return numbers.map(({ id, name, phone }) => (
    <Button
      key={id}
      component="a"
      href={`tel:${phone.replaceAll(' ', '')}`}
      variant="default"
      mih={48}
      leftSection={<IconPhone size={18} aria-hidden />}
    >
      {t('danger.told.phone', { name, phone })}
    </Button>
  ));
}
