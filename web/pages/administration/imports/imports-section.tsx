import { Alert, Button, FileInput, Group, Radio, Stack, Text, Textarea } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OfficeAct } from '../../../../contracts/office.ts';
import { useMay } from '../../../app/may.ts';
import { ProblemNote } from '../../../parts/problem-note.tsx';
import { useAct } from '../../../parts/use-act.ts';
import { useKeptTyping } from '../../../parts/use-kept-typing.tsx';
import { type ImportKind, previewImport, runImport, templateOf } from '../../../requests/imports.ts';
import { base64Of } from './base64.ts';
import { Report } from './report.tsx';

/** What each kind needs by hand, it needs from a file as well. */
const kinds: readonly { readonly kind: ImportKind; readonly act: OfficeAct }[] = [
  { kind: 'people', act: 'managePeople' },
  { kind: 'classes', act: 'manageClasses' },
  { kind: 'learners', act: 'registerLearner' },
  { kind: 'running', act: 'openDossier' },
];

/** A file in three steps: choose it, look at what it would make, take it in. */
export function ImportsSection() {
  const { t } = useTranslation();
  const may = useMay();
  const queries = useQueryClient();
  const offered = kinds.filter(({ act }) => may(act));
  const [kind, setKind] = useState<ImportKind>(offered[0]?.kind ?? 'people');
  const [file, setFile] = useState<File | null>(null);
  const [pasted, setPasted] = useState('');
  const bytes = async () =>
    file === null ? new TextEncoder().encode(pasted) : new Uint8Array(await file.arrayBuffer());
  const checking = useMutation({
    mutationFn: async () => {
      const input = { kind, file: base64Of(await bytes()) };
      return { input, report: await previewImport(input) };
    },
  });
  const { note, drop } = useKeptTyping('import', {
    values: { kind, pasted },
    changed: pasted !== '',
    restore: (kept) => {
      setKind(offered.find((one) => one.kind === kept.kind)?.kind ?? kind);
      setPasted(kept.pasted);
    },
    begin: () => {
      setPasted('');
      forget();
    },
  });
  const running = useAct(runImport, () => {
    drop();
    return queries.invalidateQueries();
  });
  const forget = () => {
    checking.reset();
    running.reset();
  };
  const template = useMutation({
    mutationFn: () => templateOf(kind),
    onSuccess: (text) => keepFile(kind, text),
  });
  const checked = checking.data;
  return (
    <Stack maw={860}>
      <Text size="sm">{t('administration.imports.text')}</Text>
      {note}
      <Radio.Group
        label={t('administration.imports.what')}
        value={kind}
        onChange={(value) => {
          setKind(kinds.find((one) => one.kind === value)?.kind ?? 'people');
          forget();
        }}
      >
        <Stack gap="xs" mt="xs">
          {offered.map((one) => (
            <Radio
              key={one.kind}
              value={one.kind}
              label={t(`administration.imports.kinds.${one.kind}.title`)}
              description={t(`administration.imports.kinds.${one.kind}.text`)}
            />
          ))}
        </Stack>
      </Radio.Group>
      <Group>
        <Button
          variant="default"
          leftSection={<IconDownload size={18} aria-hidden />}
          loading={template.isPending}
          onClick={() => template.mutate()}
        >
          {t('administration.imports.template')}
        </Button>
      </Group>
      {template.error !== null && <ProblemNote error={template.error} />}
      <FileInput
        label={t('administration.imports.file')}
        description={t('administration.imports.fileHint')}
        placeholder={t('administration.imports.choose')}
        accept=".csv,.txt,text/csv"
        clearable
        clearButtonProps={{ 'aria-label': t('administration.imports.clear') }}
        value={file}
        onChange={(chosen) => {
          setFile(chosen);
          forget();
        }}
      />
      {file === null && (
        <Textarea
          label={t('administration.imports.paste')}
          description={t('administration.imports.pasteHint')}
          autosize
          minRows={4}
          maxRows={12}
          value={pasted}
          onChange={(event) => {
            setPasted(event.currentTarget.value);
            forget();
          }}
        />
      )}
      {checking.error !== null && <ProblemNote error={checking.error} />}
      <Group>
        <Button
          disabled={file === null && pasted.trim() === ''}
          loading={checking.isPending}
          onClick={() => {
            running.reset();
            checking.mutate();
          }}
        >
          {t('administration.imports.check')}
        </Button>
      </Group>
      {checked !== undefined && <Report report={checked.report} />}
      {running.error !== null && <ProblemNote error={running.error} />}
      {checked?.report.fits === true && running.data === undefined && (
        <Group>
          <Button loading={running.isPending} onClick={() => running.mutate(checked.input)}>
            {t('administration.imports.run')}
          </Button>
        </Group>
      )}
      {running.data !== undefined && (
        <Alert role="status" variant="light" title={t('administration.imports.done')}>
          {t('administration.imports.doneText', running.data)}
        </Alert>
      )}
    </Stack>
  );
}

/** Hands a text over as a download. */
function keepFile(kind: ImportKind, text: string): void {
  // Reading has taken away the mark of UTF-8, by which Excel knows it.
  const blob = new Blob(['\uFEFF', text], { type: 'text/csv;charset=utf-8' });
  const address = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = address;
  link.download = `terminsargs-${kind}.csv`;
  link.click();
  URL.revokeObjectURL(address);
}
