/** The user guide can't grow stale silently: what it quotes is in the product, what it shows is there. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { guidePictures } from '../../../bin/screenshots/guide-pictures.ts';
import { screens } from '../../../bin/screenshots/screens.ts';
import { lv } from '../../texts/lv.ts';
import { guidePages, isGuidePage } from './guide-pages.ts';
import { type Block, blocksOf, type Inline } from './markdown.ts';

const folder = path.join(import.meta.dirname, '..', '..', '..', 'docs', 'lietotaja-rokasgramata');
const pages = Object.entries({ ...guidePages.roles, ...guidePages.everybody });
const blocks = new Map(
  pages.map(([name]) => [name, blocksOf(readFileSync(path.join(folder, `${name}.md`), 'utf8'))]),
);
const maxBytes = 2 * 1024 * 1024;

function textsIn(tree: unknown): string[] {
  if (typeof tree === 'string') return [tree];
  return typeof tree === 'object' && tree !== null ? Object.values(tree).flatMap(textsIn) : [];
}

const texts = new Set(textsIn(lv));

const inlines = (block: Block): readonly Inline[] => {
  if (block.kind === 'paragraph') return block.words;
  return block.kind === 'list' ? block.items.flat() : [];
};

/** What stands in bold, and what stands in quotes. */
function quotedIn(block: Block): string[] {
  const strong = inlines(block).flatMap(({ kind, text }) => (kind === 'strong' ? [text] : []));
  const plain =
    block.kind === 'heading'
      ? block.text
      : inlines(block)
          .map(({ text }) => text)
          .join('');
  return [...strong, ...[...plain.matchAll(/[“„](.+?)[”“]/g)].map(([, quoted = '']) => quoted)];
}

describe('the user guide (issue 5, screen 10)', () => {
  it('offers every page there is, by the name that the page has', () => {
    expect(
      readdirSync(folder)
        .filter((file) => file.endsWith('.md'))
        .toSorted(),
    ).toEqual(pages.map(([name]) => `${name}.md`).toSorted());
    for (const [name, title] of pages)
      expect(blocks.get(name)?.[0]).toEqual({ kind: 'heading', level: 1, text: title });
  });

  it('goes task by task: every part of a page says how something is done', () => {
    const headings = [...blocks.values()]
      .flat()
      .flatMap((block) => (block.kind === 'heading' && block.level === 2 ? [block.text] : []));
    expect(headings.filter((text) => !text.startsWith('Kā '))).toEqual([]);
  });

  it.each(pages.map(([name]) => name))('%s quotes only words that the pages have', (name) => {
    const unknown = (blocks.get(name) ?? []).flatMap(quotedIn).filter((quoted) => !texts.has(quoted));
    expect(unknown).toEqual([]);
  });

  it('leads only to pages that there are', () => {
    const links = [...blocks.values()].flat().flatMap(inlines);
    expect(links.flatMap((one) => (one.kind === 'link' && !isGuidePage(one.to) ? [one.to] : []))).toEqual([]);
  });

  it('shows only pictures that the script takes, and all of them, small enough to be kept here', () => {
    const shown = new Set(
      [...blocks.values()].flat().flatMap((block) => (block.kind === 'picture' ? [block.file] : [])),
    );
    const taken = Object.keys(guidePictures).map((name) => `${name}.webp`);
    expect([...shown].toSorted()).toEqual(taken.toSorted());
    expect(taken.filter((file) => !existsSync(path.join(folder, file)))).toEqual([]);
    const bytes = taken.reduce((sum, file) => sum + statSync(path.join(folder, file)).size, 0);
    expect(bytes).toBeLessThan(maxBytes);
    const known = new Set(screens.map(({ name }) => name));
    expect(Object.values(guidePictures).filter(({ screen }) => !known.has(screen))).toEqual([]);
  });
});
