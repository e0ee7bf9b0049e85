/**
 * The mail inbox of the embedded run, a process of its own:
 * `node bin/mailbox.ts --smtp-port 2525 --http-port 8025 --data-dir DIR [--host 127.0.0.1]`
 */
import { parseArgs } from 'node:util';
import { type MailboxOptions, startMailbox } from './lib/mailbox/mailbox.ts';

function readOptions(): MailboxOptions {
  const { values } = parseArgs({
    options: {
      'smtp-port': { type: 'string' },
      'http-port': { type: 'string' },
      'data-dir': { type: 'string' },
      host: { type: 'string' },
    },
  });
  const dataDir = values['data-dir'];
  if (dataDir === undefined || dataDir === '') throw new Error('--data-dir is missing');
  return {
    smtpPort: port('--smtp-port', values['smtp-port']),
    httpPort: port('--http-port', values['http-port']),
    dataDir,
    ...(values.host === undefined ? {} : { host: values.host }),
  };
}

function port(flag: string, text: string | undefined): number {
  const value = Number(text);
  if (text === undefined || text === '' || !Number.isInteger(value) || value < 0 || value > 65_535)
    throw new Error(`${flag} must be a port from 0 (any free one) to 65535`);
  return value;
}

try {
  const mailbox = await startMailbox(readOptions());
  console.log(`mailbox ready smtp=${mailbox.smtpUrl} http=${mailbox.httpUrl}`);
  const stop = () => void mailbox.close().then(() => process.exit(0));
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
} catch (error) {
  console.error(`The mail inbox cannot start: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
}
