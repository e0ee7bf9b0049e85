import { Alert, Checkbox, Fieldset, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { mentionsName } from '../../../contracts/learner-words.ts';
import type { LearnerHit } from '../../requests/learners.ts';

type Props = {
  readonly siblings: readonly LearnerHit[];
  readonly chosen: ReadonlySet<string>;
  readonly onToggle: (siblingId: string) => void;
  /** What was typed, and whom it is about. */
  readonly words: string;
  readonly firstName: string;
};

/** The same act for several siblings is typed once, each record without the others' names (rules of conduct 16). */
export function SameForSiblings({ siblings, chosen, onToggle, words, firstName }: Props) {
  const { t } = useTranslation();
  if (siblings.length === 0) return null;
  const names = [firstName, ...siblings.map((one) => one.firstName)];
  const named = chosen.size === 0 ? [] : [...new Set(names.filter((name) => mentionsName(words, name)))];
  return (
    <Fieldset legend={t('newCase.same')}>
      <Stack gap="xs">
        {siblings.map(({ id, firstName: first, lastName, className }) => (
          <Checkbox
            key={id}
            label={[`${first} ${lastName}`, className].filter((text) => text !== '').join(', ')}
            checked={chosen.has(id)}
            onChange={() => onToggle(id)}
          />
        ))}
        <Text size="sm" c="dimmed">
          {t('newCase.sameHint')}
        </Text>
        {named.length > 0 && (
          <Alert role="status" variant="light" color="yellow">
            {t('newCase.sameNamed', { names: named.join(', ') })}
          </Alert>
        )}
      </Stack>
    </Fieldset>
  );
}
