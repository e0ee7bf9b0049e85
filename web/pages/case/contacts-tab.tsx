/** The people around the learner, with what every letter and call has to obey (rules of conduct 18). */
import { Anchor, Badge, Group, Paper, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ProblemNote } from '../../parts/problem-note.tsx';
import type { DossierDetail } from '../../requests/dossiers.ts';
import { type LearnerDetail, learnerQuery } from '../../requests/learners.ts';

type Contact = LearnerDetail['contacts'][number];

export function ContactsTab({ dossier }: { readonly dossier: DossierDetail }) {
  const { t } = useTranslation();
  const learnerId = dossier.learner?.id ?? '';
  const { data, error, refetch } = useQuery({
    ...learnerQuery(learnerId),
    enabled: learnerId !== '',
    retry: false,
  });
  if (dossier.learner === null) return <Text c="dimmed">{t('casePage.contacts.noLearner')}</Text>;
  if (error !== null) return <ProblemNote error={error} again={() => void refetch()} />;
  if (data === undefined) return null;
  if (data.contacts.length === 0) return <Text c="dimmed">{t('casePage.contacts.none')}</Text>;
  return (
    <Stack gap="sm">
      {data.recipients.toLearner && <Text size="sm">{t('casePage.contacts.toLearner')}</Text>}
      <SimpleGrid cols={{ base: 1, sm: 2, lg: 3 }}>
        {data.contacts.map((contact) => (
          <OneContact key={contact.id} contact={contact} recipients={data.recipients} />
        ))}
      </SimpleGrid>
    </Stack>
  );
}

function OneContact({
  contact,
  recipients,
}: {
  readonly contact: Contact;
  readonly recipients: LearnerDetail['recipients'];
}) {
  const { t } = useTranslation();
  const { name, relation, custody, noContact, addressSecret, livesApart, phone, mail, address } = contact;
  const { language, plainLanguage } = contact;
  const withheld = recipients.withheld.find(({ contactId }) => contactId === contact.id);
  const letter = recipients.letters.some(({ contactId }) => contactId === contact.id);
  return (
    <Paper withBorder p="sm" component="section" aria-label={name}>
      <Title order={2} size="h5">
        {name}
      </Title>
      <Text size="sm" c="dimmed">
        {t(`casePage.contacts.relation.${relation}`)} ·{' '}
        {t('casePage.contacts.language', { language: t(`casePage.contacts.languages.${language}`) })}
      </Text>
      <Group gap={4} my={6}>
        {noContact && <Flag strong>{t('casePage.contacts.noContact')}</Flag>}
        <Flag strong={custody !== 'yes'}>{t(`casePage.contacts.custody.${custody}`)}</Flag>
        {addressSecret && <Flag strong>{t('casePage.contacts.addressSecret')}</Flag>}
        {livesApart && <Flag>{t('casePage.contacts.livesApart')}</Flag>}
        {plainLanguage && <Flag>{t('casePage.contacts.plainLanguage')}</Flag>}
      </Group>
      {!noContact && phone !== null && (
        <Text size="sm">
          {t('casePage.contacts.phone')}: <Anchor href={`tel:${phone}`}>{phone}</Anchor>
        </Text>
      )}
      {!noContact && mail !== null && (
        <Text size="sm">
          {t('casePage.contacts.mail')}: {mail}
        </Text>
      )}
      {address !== null && (
        <Text size="sm" {...(addressSecret ? { className: 'no-print' } : {})}>
          {t('casePage.contacts.address')}: {address}
        </Text>
      )}
      {(letter || withheld !== undefined) && (
        <Text size="sm" c="dimmed" mt={4}>
          {withheld === undefined
            ? t('casePage.contacts.letter')
            : t(`casePage.contacts.withheld.${withheld.reason}`)}
        </Text>
      )}
    </Paper>
  );
}

function Flag({ children, strong = false }: { readonly children: string; readonly strong?: boolean }) {
  return (
    <Badge
      variant={strong ? 'filled' : 'light'}
      color={strong ? 'dark' : 'gray'}
      {...(strong ? {} : { c: 'inherit' })}
    >
      {children}
    </Badge>
  );
}
