/** How the embedded development server is run. Production runs a cluster or Temporal Cloud: see README.md. */
export interface EmbeddedServer {
  /** SQLite file with everything that the server knows; may be deleted while it is stopped. */
  readonly dataFile: string;
  readonly port: number;
  /** Loopback port of the web UI; without it there is none. */
  readonly uiPort?: number | undefined;
}

/**
 * Arguments of the `temporal` command line. With a write-ahead log and NORMAL syncing the server is four times
 * as fast as with its defaults; what a power cut may then lose is restored from PostgreSQL by the sweep.
 */
export function serverArguments(server: EmbeddedServer): readonly string[] {
  const ui =
    server.uiPort === undefined ? ['--headless'] : ['--ui-ip', '127.0.0.1', '--ui-port', `${server.uiPort}`];
  const options: readonly (readonly string[])[] = [
    ['--ip', '127.0.0.1'],
    ['--port', `${server.port}`],
    ['--db-filename', server.dataFile],
    ['--sqlite-pragma', 'journal_mode=WAL'],
    ['--sqlite-pragma', 'synchronous=NORMAL'],
    ui,
    ['--log-level', 'warn'],
    ['--log-format', 'json'],
    ['--color', 'never'],
  ];
  return ['server', 'start-dev', ...options.flat()];
}

/**
 * The environment of the server: ours without `TEMPORAL_*` (they speak to clients, and the command line reads
 * them as defaults of its own options), and without asking the net for newer releases.
 */
export function serverEnvironment(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const kept = Object.entries(env).filter(([name]) => ['PATH', 'HOME', 'TMPDIR', 'LANG'].includes(name));
  return { ...Object.fromEntries(kept), TZ: 'UTC', TEMPORAL_VERSION_CHECK_DISABLED: '1' };
}
