import { Badge } from '@mantine/core';
import { useTranslation } from 'react-i18next';

/** Says on every page that nothing there is real (rules of conduct 28). */
export function TrainingBadge() {
  const { t } = useTranslation();
  return (
    <Badge color="violet" variant="filled" size="sm" flex="none" title={t('shell.trainingNote')}>
      {t('shell.training')}
    </Badge>
  );
}
