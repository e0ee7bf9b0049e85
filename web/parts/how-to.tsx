import { Anchor } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { GuidePage } from '../pages/help/guide-pages.ts';

/** Leads from a list that is empty to the page of the user guide that tells how it is filled. */
export function HowTo({ page }: { readonly page: GuidePage }) {
  const { t } = useTranslation();
  return (
    <Anchor component={Link} to={`/palidziba/${page}`} size="sm" className="no-print">
      {t('help.how')}
    </Anchor>
  );
}
