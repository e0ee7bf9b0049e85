import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { inLanguage } from '../../parts/in-language.ts';
import { nameAndClass } from '../../parts/learner-words.ts';
import { vocabularyQuery } from '../../requests/dossiers.ts';
import type { ReferralView } from '../../requests/referrals.ts';

/** Codes of referrals in words, as the vocabulary of facts has them. */
export function useReferralWords() {
  const { t } = useTranslation();
  const { data } = useQuery(vocabularyQuery);
  const codesOf = (type: string, field: string) => {
    const found = data?.groups
      .flatMap(({ types }) => types)
      .find((one) => one.type === type)
      ?.fields.find(({ name }) => name === field);
    return (found?.codes ?? found?.suggestions ?? []).map(({ code, label }) => ({
      code,
      label: inLanguage(label),
    }));
  };
  const wordOf = (type: string, field: string, code: string) =>
    codesOf(type, field).find((one) => one.code === code)?.label ?? code;
  const kindOf = ({ kindCode }: ReferralView) => wordOf('referral.sent', 'kindCode', kindCode);
  return {
    kinds: codesOf('referral.sent', 'kindCode'),
    /** The code itself where the list is open and nobody knows it. */
    wordOf,
    kindOf,
    /** What was sent, and about whom: the case number where the name is not shown. */
    whatOf: (referral: ReferralView) => {
      const { learner, caseNumber } = referral;
      const about = learner === null ? t('duty.case', { number: caseNumber }) : nameAndClass(learner);
      return `${kindOf(referral)} · ${about}`;
    },
    placeWords: ({ name, municipality }: ReferralView['sender']) =>
      [name ?? t('inbox.unknownPlace'), municipality].filter((part) => part !== null).join(', '),
  };
}
