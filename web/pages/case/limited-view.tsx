/** Before acceptance: only what is there, and how to accept (rights: “bez vārdiem un teksta”). */
import { Alert, Stack, Text } from '@mantine/core';
import { IconEyeOff } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { shortDayWords } from '../../parts/day-words.ts';
import type { DossierDetail } from '../../requests/dossiers.ts';
import { referralsOfDossier } from '../../requests/referrals.ts';
import { ActButtons } from '../inbox/act-buttons.tsx';
import { useReferralWords } from '../inbox/use-referral-words.ts';
import { may } from './case-rights.ts';

export function LimitedView({ dossier }: { readonly dossier: DossierDetail }) {
  const { t } = useTranslation();
  const { kindOf, whatOf } = useReferralWords();
  const answers = may(dossier, 'answerReferral') && may(dossier, 'seePreview');
  const { data = [] } = useInfiniteQuery({ ...referralsOfDossier(dossier.id), enabled: answers });
  const waiting = data.filter(
    ({ side, acknowledged, withdrawn }) => side === 'in' && acknowledged === null && withdrawn === null,
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
          <Stack key={referral.referralId} gap="xs">
            <Text size="sm" fw={600}>
              {t('casePage.limited.from', {
                who: referral.sender.name ?? t('inbox.unknownPlace'),
                day: shortDayWords(referral.sentOn),
                what: kindOf(referral),
              })}
            </Text>
            <ActButtons
              referral={referral}
              what={whatOf(referral)}
              beside={['accept', 'askSupplement', 'redirect', 'decline']}
            />
          </Stack>
        ))}
      </Stack>
    </Alert>
  );
}
