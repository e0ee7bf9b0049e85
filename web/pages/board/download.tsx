import { Anchor, Group } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { currentLanguage } from '../../app/language.ts';

type Props = { readonly part: 'hanging' | 'owes' | 'waits' | 'answers'; readonly what: string };

/** A part of the board as a file for a spreadsheet: what is shown, no more. */
export function Download({ part, what }: Props) {
  const { t } = useTranslation();
  return (
    <Group className="no-print" gap="sm" wrap="nowrap">
      {(['xlsx', 'csv'] as const).map((format) => (
        <Anchor
          key={format}
          size="sm"
          href={`/api/v1/board/export?part=${part}&language=${currentLanguage()}&format=${format}`}
          download
          aria-label={t('board.download', { format: format.toUpperCase(), what })}
        >
          <IconDownload size={16} aria-hidden /> {format.toUpperCase()}
        </Anchor>
      ))}
    </Group>
  );
}
