/** The user guide, in Latvian: its pages by role and by subject, and one page of it. */
import { Anchor, Code, Group, List, Skeleton, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { NotFoundText } from '../../app/not-found.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { TourAgain } from '../../parts/tour/tour-again.tsx';
import { type GuidePage, guidePages, isGuidePage } from './guide-pages.ts';
import classes from './help-page.module.css';
import { type Block, blocksOf, type Inline } from './markdown.ts';

const folder = '../../../docs/lietotaja-rokasgramata';
const texts = import.meta.glob<string>('../../../docs/lietotaja-rokasgramata/*.md', {
  query: '?raw',
  import: 'default',
});
const pictures = import.meta.glob<string>('../../../docs/lietotaja-rokasgramata/*.webp', {
  query: '?url',
  import: 'default',
  eager: true,
});

const route = getRouteApi('/inside/palidziba/$lapa');

export function HelpPage() {
  const { t } = useTranslation();
  return (
    <Stack maw={720}>
      <Title order={1}>{t('help.title')}</Title>
      <Text>{t('help.text')}</Text>
      <Contents title={t('help.byRole')} pages={guidePages.roles} />
      <Contents title={t('help.everybody')} pages={guidePages.everybody} />
      <Group>
        <TourAgain />
      </Group>
    </Stack>
  );
}

function Contents({
  title,
  pages,
}: {
  readonly title: string;
  readonly pages: Readonly<Record<string, string>>;
}) {
  return (
    <section aria-label={title}>
      <Title order={2} size="h3" mb={4}>
        {title}
      </Title>
      <List lang="lv" spacing={4}>
        {Object.entries(pages).map(([lapa, name]) => (
          <List.Item key={lapa}>
            <Anchor component={Link} to={`/palidziba/${lapa}`}>
              {name}
            </Anchor>
          </List.Item>
        ))}
      </List>
    </section>
  );
}

export function HelpSubjectPage() {
  const { t } = useTranslation();
  const { lapa } = route.useParams();
  if (!isGuidePage(lapa)) return <NotFoundText />;
  return (
    <Stack maw={760}>
      <Anchor component={Link} to="/palidziba" size="sm" className="no-print">
        {t('help.all')}
      </Anchor>
      <Subject key={lapa} lapa={lapa} />
    </Stack>
  );
}

function Subject({ lapa }: { readonly lapa: GuidePage }) {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery({
    queryKey: ['guide', lapa],
    queryFn: async () => blocksOf((await texts[`${folder}/${lapa}.md`]?.()) ?? ''),
    staleTime: Number.POSITIVE_INFINITY,
  });
  if (error !== null) return <ProblemNote error={error} again={() => void refetch()} />;
  if (data === undefined) return <Skeleton height={240} role="status" aria-label={t('shell.loading')} />;
  return (
    <article lang="lv" className={classes.article}>
      {data.map((block, index) => (
        // The text of a page does not change while it is shown.
        // biome-ignore lint/suspicious/noArrayIndexKey: blocks have no name of their own
        <Drawn key={index} block={block} />
      ))}
    </article>
  );
}

function Drawn({ block }: { readonly block: Block }) {
  switch (block.kind) {
    case 'heading':
      return (
        <Title order={block.level} mt={block.level === 2 ? 'lg' : 0} mb={4}>
          {block.text}
        </Title>
      );
    case 'paragraph':
      return (
        <Text mb="xs">
          <Words words={block.words} />
        </Text>
      );
    case 'list':
      return (
        <List type={block.ordered ? 'ordered' : 'unordered'} spacing={4} mb="xs">
          {block.items.map((words) => (
            <List.Item key={JSON.stringify(words)}>
              <Words words={words} />
            </List.Item>
          ))}
        </List>
      );
    case 'picture':
      return (
        <img
          src={pictures[`${folder}/${block.file}`]}
          alt={block.says}
          loading="lazy"
          className={classes.picture}
        />
      );
  }
}

function Words({ words }: { readonly words: readonly Inline[] }) {
  return words.map((word) => {
    const key = JSON.stringify(word);
    switch (word.kind) {
      case 'text':
        return word.text;
      case 'strong':
        return <strong key={key}>{word.text}</strong>;
      case 'code':
        return <Code key={key}>{word.text}</Code>;
      case 'link':
        return (
          <Anchor key={key} underline="always" component={Link} to={`/palidziba/${word.to}`}>
            {word.text}
          </Anchor>
        );
    }
  });
}
