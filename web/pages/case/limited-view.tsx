/** Before acceptance: only what is there, and how to accept (rights: “bez vārdiem un teksta”). */
import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { IconEyeOff } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../app/session.ts';
import { shortDayWords } from '../../parts/day-words.ts';
import { inLanguage } from '../../parts/in-language.ts';
import { allFactsQuery, type DossierDetail, vocabularyQuery } from '../../requests/dossiers.ts';
import { may } from './case-rights.ts';
import { typesByName } from './facts.ts';
import { useRecording } from './recording.ts';
import { type Referral, referralsOf } from './referrals.ts';

export function LimitedView({ dossier }: { readonly dossier: DossierDetail }) {
  const { t } = useTranslation();
  const { institution } = useSession();
  const answers = may(dossier, 'answerReferral') && may(dossier, 'seePreview');
  const { data = [] } = useQuery({ ...allFactsQuery(dossier.id), enabled: answers });
  const waiting = referralsOf(data).filter(
    ({ receiverId, acknowledged, withdrawn }) =>
      receiverId === institution.id && acknowledged === null && withdrawn === null,
  );
  const words = {
    full: '',
    limited: t('casePage.limited.text'),
    own: t('casePage.limited.own'),
    deadlines: t('casePage.limited.deadlines'),
  }[dossier.view];
  return (
    <Alert
      color="gray"
      variant="light"
      icon={<IconEyeOff />}
      title={t(dossier.view === 'limited' ? 'casePage.limited.title' : 'casePage.limited.titlePart')}
    >
      <Stack gap="xs">
        <Text size="sm">{words}</Text>
        {waiting.map((referral) => (
          <Decide key={referral.id} referral={referral} />
        ))}
      </Stack>
    </Alert>
  );
}

function Decide({ referral }: { readonly referral: Referral }) {
  const { t } = useTranslation();
  const record = useRecording();
  const { data } = useQuery(vocabularyQuery);
  const kinds =
    data === undefined
      ? []
      : (typesByName(data)
          .get('referral.sent')
          ?.fields.find(({ name }) => name === 'kindCode')?.codes ?? []);
  const kind = kinds.find(({ code }) => code === referral.kindCode);
  const decide = (outcomeCode: string) => () =>
    record({
      type: 'referral.acknowledged',
      known: { referralId: referral.id, outcomeCode },
    });
  return (
    <>
      <Text size="sm" fw={600}>
        {t('casePage.limited.from', {
          who: referral.senderName,
          day: shortDayWords(referral.sent.day),
          what: kind === undefined ? '' : inLanguage(kind.label),
        })}
      </Text>
      <Group gap="xs">
        <Button size="sm" onClick={decide('accepted')}>
          {t('casePage.limited.accept')}
        </Button>
        <Button
          size="sm"
          variant="default"
          onClick={() => record({ type: 'referral.supplementRequested', known: { referralId: referral.id } })}
        >
          {t('casePage.limited.ask')}
        </Button>
        <Button size="sm" variant="default" onClick={decide('redirected')}>
          {t('casePage.limited.redirect')}
        </Button>
        <Button size="sm" variant="default" onClick={decide('declined')}>
          {t('casePage.limited.decline')}
        </Button>
      </Group>
    </>
  );
}
