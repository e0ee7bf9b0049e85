/** A notice, reminder, digest or danger mail: one person, one mail. */
import { noticeHtml } from './notice-html.ts';
import type { NoticeMailInput } from './notice-input.ts';
import { noticeModel } from './notice-model.ts';
import { noticeText } from './notice-text.ts';

export type { NoticeItem, NoticeMailInput } from './notice-input.ts';

export type RenderedMail = { readonly subject: string; readonly html: string; readonly text: string };

/**
 * Pure and deterministic; escapes everything. Throws a TypeError without items or with a `publicUrl` that is no web
 * address.
 */
export function renderNoticeMail(input: NoticeMailInput): RenderedMail {
  const model = noticeModel(input);
  return {
    subject: model.training === null ? model.headline : `${model.training.mark}: ${model.headline}`,
    html: noticeHtml(model, input.language),
    text: noticeText(model),
  };
}
