/** The little of Markdown that the user guide is written in. Pure. */

export type Inline =
  | { readonly kind: 'text' | 'strong' | 'code'; readonly text: string }
  | { readonly kind: 'link'; readonly text: string; readonly to: string };

export type Block =
  | { readonly kind: 'heading'; readonly level: 1 | 2; readonly text: string }
  | { readonly kind: 'paragraph'; readonly words: readonly Inline[] }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly (readonly Inline[])[] }
  | { readonly kind: 'picture'; readonly file: string; readonly says: string };

/** Blocks stand apart by an empty line. Throws where something is written that the guide has no form for. */
export function blocksOf(text: string): readonly Block[] {
  return text
    .trim()
    .split(/\n{2,}/)
    .map((block) => blockOf(block.split('\n')));
}

function blockOf(lines: readonly string[]): Block {
  const [first = ''] = lines;
  const picture = /^!\[(.+)\]\(([\w-]+\.webp)\)$/.exec(first);
  if (picture !== null) return { kind: 'picture', says: picture[1] ?? '', file: picture[2] ?? '' };
  const heading = /^(##?) (.+)$/.exec(first);
  if (heading !== null) return { kind: 'heading', level: heading[1] === '#' ? 1 : 2, text: heading[2] ?? '' };
  const item = /^(?:-|\d+\.) (.+)$/;
  if (item.test(first)) {
    const items = lines.map((line) => {
      const text = item.exec(line)?.[1];
      if (text === undefined) throw new Error(`Not an item of a list: ${line}`);
      return inlinesOf(text);
    });
    return { kind: 'list', ordered: !first.startsWith('-'), items };
  }
  if (/^[#!>|]/.test(first)) throw new Error(`The guide has no form for: ${first}`);
  return { kind: 'paragraph', words: inlinesOf(lines.join(' ')) };
}

function inlinesOf(text: string): readonly Inline[] {
  const found: Inline[] = [];
  let at = 0;
  for (const match of text.matchAll(/\*\*(.+?)\*\*|`(.+?)`|\[(.+?)\]\(([\w-]+)\.md\)/g)) {
    const [all, strong, code, link, to] = match;
    if (match.index > at) found.push({ kind: 'text', text: text.slice(at, match.index) });
    if (strong !== undefined) found.push({ kind: 'strong', text: strong });
    else if (code !== undefined) found.push({ kind: 'code', text: code });
    else found.push({ kind: 'link', text: link ?? '', to: to ?? '' });
    at = match.index + all.length;
  }
  if (at < text.length) found.push({ kind: 'text', text: text.slice(at) });
  return found;
}
