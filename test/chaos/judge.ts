/**
 * What must hold whatever was killed when. Judged from outside where it can be: by the client's list of acknowledged
 * writes and by what the SMTP server received. Every check gives what breaks it, and an empty list where all is well.
 */
import { Connection } from '@temporalio/client';
import PostalMime from 'postal-mime';
import type postgres from 'postgres';
import { messageIdFor } from '../../application/mailer/mail-address.ts';
import { productItself } from '../../application/product-itself.ts';
import { verifyChains } from '../../db/verify-chain.ts';
import type { ScriptedMail } from '../support/scripted-smtp.ts';
import type { Findings } from './findings.ts';
import type { ProductUnderFire } from './product-under-fire.ts';
import type { Acknowledged } from './writing-client.ts';

const sender = 'terminsargs@terminsargs.example';

/** Nothing acknowledged is lost or torn, and nothing is there that nobody wrote. */
export async function judgeLog(sql: postgres.Sql, acknowledged: readonly Acknowledged[]): Promise<Findings> {
  const rows = await sql<{ id: string; dossier_id: string; seq: number; by_person: string; type: string }[]>`
    select id, dossier_id, seq, by_person, type from event`;
  const events = new Map(rows.map((row) => [row.id, row]));
  const known = new Set(acknowledged.flatMap(({ written }) => written.eventIds));
  return {
    lost: acknowledged.flatMap(({ written }) => written.eventIds).filter((id) => !events.has(id)),
    torn: acknowledged.filter((one) => !isWhole(one, events)).map(({ key }) => key),
    doubled: acknowledged.flatMap(({ written }) => written.eventIds).filter(occursTwice()),
    nobodys: rows.filter((row) => row.by_person !== productItself && !known.has(row.id)),
    brokenChains: (await verifyChains(sql)).broken,
  };
}

/** All facts of one request stand next to each other, up to the version that the answer told. */
function isWhole(
  { written, types }: Acknowledged,
  events: ReadonlyMap<string, { readonly dossier_id: string; readonly seq: number; readonly type: string }>,
): boolean {
  const { eventIds, version, dossierId } = written;
  const first = version - eventIds.length + 1;
  const stored = eventIds.map((id) => events.get(id));
  const inPlace = stored.every((row, index) => row?.dossier_id === dossierId && row.seq === first + index);
  const storedTypes = stored.map((row) => row?.type);
  return inPlace && types.every((type) => storedTypes.includes(type));
}

function occursTwice(): (id: string) => boolean {
  const seen = new Set<string>();
  return (id) => {
    const again = seen.has(id);
    seen.add(id);
    return again;
  };
}

type MailRow = { readonly id: string; readonly state: string; readonly uncertainties: number };

/** No mail twice but in the one window, none said to be sent that the server does not have, no learner named. */
export async function judgeMails(
  sql: postgres.Sql,
  mails: readonly ScriptedMail[],
  names: readonly string[],
): Promise<Findings> {
  const rows = await sql<MailRow[]>`select id, state, uncertainties from mail`;
  const byMessageId = new Map(rows.map((row) => [messageIdFor(row.id, sender), row]));
  const perhapsKept = mails.filter((mail) => mail.fate !== 'refused');
  const taken = countBy(perhapsKept.map(({ messageId }) => messageId ?? 'none'));
  const accepted = new Set(mails.filter((mail) => mail.fate === 'accepted').map((mail) => mail.messageId));
  const texts = await Promise.all(mails.map(textOf));
  return {
    unknownMails: [...taken.keys()].filter((messageId) => !byMessageId.has(messageId)),
    twiceWithoutDoubt: [...taken].filter(
      ([messageId, times]) => times > 1 && (byMessageId.get(messageId)?.uncertainties ?? 0) < 1,
    ),
    moreThanTwice: [...taken].filter(([, times]) => times > 2),
    saidToBeSentAndWasNot: rows.filter(
      (row) => row.state === 'sent' && !accepted.has(messageIdFor(row.id, sender)),
    ),
    neitherSentNorDoubted: rows.filter((row) => row.state !== 'sent' && row.state !== 'uncertain'),
    learnersNamed: names.filter((name) => texts.some((text) => text.includes(name))),
  };
}

/** A suspected danger that nobody has reported or withdrawn was told to somebody, and the server got that mail. */
export async function judgeDangers(
  sql: postgres.Sql,
  mails: readonly ScriptedMail[],
  openDangers: Iterable<string>,
): Promise<Findings> {
  const told = await sql<{ duty_key: string; mail_id: string }[]>`
    select duty_key, mail_id from notice where urgency = 'danger' and mail_id is not null`;
  const received = new Set(mails.filter((mail) => mail.fate !== 'refused').map((mail) => mail.messageId));
  const heard = told.filter((one) => received.has(messageIdFor(one.mail_id, sender)));
  return {
    dangersUnheard: [...openDangers].filter((id) => !heard.some((one) => one.duty_key.includes(id))),
  };
}

/** Nothing is left to do: every step that is due was taken, every notice is in a mail, every clock is up to date. */
export async function leftToDo(sql: postgres.Sql, now: string): Promise<Findings> {
  const [steps, notices, behind, poisoned] = await Promise.all([
    sql`select dossier_id, duty_key, name, n, at from step where taken_at is null and at <= ${now}`,
    sql`select id, duty_key, name from notice where state = 'owed' and send_at <= ${now}`,
    sql`select id, version, clock_version from dossier where clock_version < version`,
    sql`select id, poison_code from dossier where poisoned_at is not null`,
  ]);
  return {
    stepsUntaken: [...steps],
    noticesUngathered: [...notices],
    clocksBehind: [...behind],
    poisoned: [...poisoned],
  };
}

const attemptsAtMost = 10;
/** Number of temporal.api.enums.v1.WorkflowExecutionStatus. */
const running = 1;

/** Every open dossier has its clock running, no workflow failed, none is stuck on a task. */
export async function judgeTimelines(product: ProductUnderFire, sql: postgres.Sql): Promise<Findings> {
  const { namespace } = product;
  const connection = await Connection.connect({ address: product.temporalAddress });
  try {
    const { workflowService } = connection;
    const broken = await workflowService.listWorkflowExecutions({
      namespace,
      query:
        'ExecutionStatus = "Failed" OR ExecutionStatus = "Terminated" OR ExecutionStatus = "TimedOut" OR ExecutionStatus = "Canceled"',
    });
    const dossiers = await sql<{ id: string }[]>`select id from dossier where status = 'open'`;
    const asleep: string[] = [];
    const stuck: string[] = [];
    for (const { id } of dossiers) {
      const workflowId = `timeline-${id}`;
      const found = await workflowService
        .describeWorkflowExecution({ namespace, execution: { workflowId } })
        .catch(() => undefined);
      if (Number(found?.workflowExecutionInfo?.status) !== running) asleep.push(workflowId);
      if ((found?.pendingWorkflowTask?.attempt ?? 0) > attemptsAtMost) stuck.push(workflowId);
    }
    return {
      brokenWorkflows: broken.executions.map((one) => [one.execution?.workflowId, one.status]),
      asleep,
      stuck,
    };
  } finally {
    await connection.close();
  }
}

/** Subject and both bodies as a reader sees them, and the message as it came. */
async function textOf({ raw }: ScriptedMail): Promise<string> {
  const parsed = await PostalMime.parse(Buffer.from(raw, 'latin1'));
  return [parsed.subject, parsed.text, parsed.html, raw].join('\n');
}

function countBy(keys: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}
