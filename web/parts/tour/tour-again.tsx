import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useTourMark } from './use-tour-mark.ts';

/** Offers the tour of the first visit once more, on the page where it stands. */
export function TourAgain({ onDone }: { readonly onDone?: () => void }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const mark = useTourMark();
  return (
    <Button
      variant="default"
      onClick={() => {
        mark(false);
        onDone?.();
        void navigate({ to: '/' });
      }}
    >
      {t('tour.again')}
    </Button>
  );
}
