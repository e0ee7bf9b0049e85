/**
 * The tour of the first visit: a few cards in the page, one at a time. It covers nothing, so that the button to 110 and
 * the work below stay within reach; it is left with one press or Esc, and does not come again.
 */
import { Button, Group, Paper, Text, Title } from '@mantine/core';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../app/session.ts';
import { tourSteps } from './tour-steps.ts';
import { useTourMark } from './use-tour-mark.ts';

export function Tour() {
  const { t } = useTranslation();
  const { institution } = useSession();
  const mark = useTourMark();
  const [at, setAt] = useState(0);
  const heading = useRef<HTMLHeadingElement>(null);
  const steps = tourSteps(institution);
  const step = steps[at];
  if (step === undefined) return null;
  const go = (to: number) => {
    setAt(to);
    heading.current?.focus();
  };
  return (
    <Paper
      component="section"
      aria-labelledby="tour"
      withBorder
      p="md"
      maw={720}
      className="no-print"
      onKeyDown={({ key }) => {
        if (key === 'Escape') mark(true);
      }}
    >
      <Text size="xs" c="dimmed">
        {t('tour.at', { step: at + 1, of: steps.length })}
      </Text>
      <Title order={2} id="tour" ref={heading} tabIndex={-1} size="h3">
        {t(`tour.steps.${step}.title`)}
      </Title>
      <Text aria-live="polite" mt={4}>
        {t(`tour.steps.${step}.text`)}
      </Text>
      <Group mt="sm" gap="xs">
        {at < steps.length - 1 ? (
          <>
            <Button onClick={() => go(at + 1)}>{t('tour.next')}</Button>
            {at > 0 && (
              <Button variant="default" onClick={() => go(at - 1)}>
                {t('tour.back')}
              </Button>
            )}
            <Button variant="subtle" onClick={() => mark(true)}>
              {t('tour.skip')}
            </Button>
          </>
        ) : (
          <Button onClick={() => mark(true)}>{t('tour.end')}</Button>
        )}
      </Group>
    </Paper>
  );
}
