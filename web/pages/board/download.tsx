import { Anchor } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { currentLanguage } from '../../app/language.ts';

/** A part of the board as a file for a spreadsheet: what is shown, no more. */
export function Download({
  part,
  what,
}: {
  readonly part: 'hanging' | 'owes' | 'waits' | 'answers';
  readonly what: string;
}) {
  const { t } = useTranslation();
  return (
    <Anchor
      className="no-print"
      size="sm"
      href={`/api/v1/board/export?part=${part}&language=${currentLanguage()}`}
      download
      aria-label={t('board.download', { what })}
    >
      <IconDownload size={16} aria-hidden /> CSV
    </Anchor>
  );
}
