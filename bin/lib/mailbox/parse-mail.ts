/** The parts of a mail that the inbox shows. */
import PostalMime from 'postal-mime';

export type ParsedMail = {
  readonly subject: string;
  readonly messageId: string | null;
  /** ISO 8601 UTC. */
  readonly date: string | null;
  readonly text: string | null;
  readonly html: string | null;
  /** Names in lower case with their values, in order. */
  readonly headers: readonly (readonly [name: string, value: string])[];
};

/** Total: of bytes that are no mail, the text is what they say. */
export async function parseMail(raw: Uint8Array): Promise<ParsedMail> {
  try {
    const mail = await PostalMime.parse(raw);
    return {
      subject: mail.subject ?? '',
      messageId: mail.messageId ?? null,
      date: isoDate(mail.date),
      text: mail.text ?? null,
      html: mail.html ?? null,
      headers: mail.headers.map(({ key, value }) => [key, value] as const),
    };
  } catch {
    const text = new TextDecoder().decode(raw);
    return { subject: '', messageId: null, date: null, text, html: null, headers: [] };
  }
}

function isoDate(date: string | undefined): string | null {
  const moment = date === undefined ? Number.NaN : Date.parse(date);
  return Number.isNaN(moment) ? null : new Date(moment).toISOString();
}
