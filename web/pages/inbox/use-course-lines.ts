import { useTranslation } from 'react-i18next';
import { dayWords } from '../../parts/day-words.ts';
import type { ReferralView } from '../../requests/referrals.ts';
import { useReferralWords } from './use-referral-words.ts';

export type CourseLine = { readonly key: string; readonly name: string; readonly value: string };

/** What happened to a referral, line by line; sent, delivered and received are kept apart (rules of conduct 13). */
export function useCourseLines(referral: ReferralView): readonly CourseLine[] {
  const { t } = useTranslation();
  const { wordOf, placeWords } = useReferralWords();
  const { received, acknowledged, evaluated, answered, postponed, withdrawn } = referral;
  const line = (key: string, name: string, ...parts: (string | null)[]): CourseLine => ({
    key,
    name,
    value: parts.filter((part) => part !== null).join(' · '),
  });
  const channel = (code: string) => wordOf('referral.sent', 'channelCode', code);
  return [
    line('sent', t('inbox.course.sent'), dayWords(referral.sentOn), channel(referral.channelCode)),
    line('from', t('inbox.course.from'), placeWords(referral.sender)),
    line('to', t('inbox.course.to'), placeWords(referral.receiver)),
    ...(referral.regNo === null ? [] : [line('regNo', t('inbox.course.regNo'), referral.regNo)]),
    ...(referral.wishedBy === null
      ? []
      : [line('wishedBy', t('inbox.course.wishedBy'), dayWords(referral.wishedBy))]),
    received === null
      ? line('received', t('inbox.course.received'), t('inbox.course.notYet'))
      : line(
          'received',
          t('inbox.course.received'),
          dayWords(received.on),
          wordOf('referral.received', 'howKnownCode', received.howKnownCode),
        ),
    ...(acknowledged === null
      ? []
      : [
          line(
            'decided',
            t('inbox.course.decided'),
            dayWords(acknowledged.on),
            wordOf('referral.acknowledged', 'outcomeCode', acknowledged.outcomeCode),
            acknowledged.reasonCode === null
              ? null
              : wordOf('referral.acknowledged', 'reasonCode', acknowledged.reasonCode),
            acknowledged.redirectedTo === null ? null : placeWords(acknowledged.redirectedTo),
          ),
        ]),
    ...referral.supplements.flatMap(({ requestId, askedOn, wantedBy, missingCodes, givenOn }) => [
      line(
        `asked ${requestId}`,
        t('inbox.course.asked'),
        wantedBy === null
          ? dayWords(askedOn)
          : t('inbox.course.askedUntil', { day: dayWords(askedOn), until: dayWords(wantedBy) }),
        missingCodes.length === 0
          ? null
          : missingCodes
              .map((code) => wordOf('referral.supplementRequested', 'missingCodes', code))
              .join(', '),
      ),
      ...(givenOn === null ? [] : [line(`given ${requestId}`, t('inbox.course.given'), dayWords(givenOn))]),
    ]),
    ...(evaluated === null
      ? []
      : [
          line(
            'evaluated',
            t('inbox.course.evaluated'),
            dayWords(evaluated.on),
            wordOf('evaluation.completed', 'outcomeCode', evaluated.outcomeCode),
          ),
        ]),
    ...(postponed === null
      ? []
      : [
          line(
            'postponed',
            t('inbox.course.postponed'),
            dayWords(postponed.until),
            wordOf('reply.postponed', 'reasonCode', postponed.reasonCode),
          ),
        ]),
    ...(answered === null
      ? []
      : [
          line(
            'answered',
            t('inbox.course.answered'),
            dayWords(answered.on),
            t(`inbox.how.${answered.how}`),
            answered.channelCode === null ? null : channel(answered.channelCode),
          ),
        ]),
    ...(withdrawn === null
      ? []
      : [
          line(
            'withdrawn',
            t('inbox.course.withdrawn'),
            dayWords(withdrawn.on),
            wordOf('referral.withdrawn', 'reasonCode', withdrawn.reasonCode),
          ),
        ]),
  ];
}
