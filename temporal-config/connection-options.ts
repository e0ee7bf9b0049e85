import { readFile } from 'node:fs/promises';
import { TemporalUnavailable } from './temporal-unavailable.ts';

/** How to reach a Temporal server, as the settings tell. */
export interface TemporalAddress {
  readonly temporalAddress: string;
  readonly temporalTls?: TemporalTls | undefined;
  readonly temporalApiKey?: string | undefined;
}

/** Names of PEM files; all may be absent for a server with a certificate of a known authority. */
export interface TemporalTls {
  readonly serverName?: string | undefined;
  readonly serverCaFile?: string | undefined;
  readonly clientCertFile?: string | undefined;
  readonly clientKeyFile?: string | undefined;
}

/** Options that both `Connection.connect` (client) and `NativeConnection.connect` (worker) take. */
export interface TemporalConnectionOptions {
  address: string;
  tls?: {
    serverNameOverride?: string;
    serverRootCACertificate?: Buffer;
    clientCertPair?: { crt: Buffer; key: Buffer };
  };
  apiKey?: string;
}

/** Reads the certificate files. Throws TemporalUnavailable naming the file that cannot be read. */
export async function temporalConnectionOptions(server: TemporalAddress): Promise<TemporalConnectionOptions> {
  const options: TemporalConnectionOptions = { address: server.temporalAddress };
  if (server.temporalApiKey !== undefined) options.apiKey = server.temporalApiKey;
  const { temporalTls: tls } = server;
  if (tls === undefined) return options;
  options.tls = {};
  if (tls.serverName !== undefined) options.tls.serverNameOverride = tls.serverName;
  if (tls.serverCaFile !== undefined) {
    options.tls.serverRootCACertificate = await pem(tls.serverCaFile, 'TEMPORAL_TLS_SERVER_CA_CERT_PATH');
  }
  if (tls.clientCertFile !== undefined && tls.clientKeyFile !== undefined) {
    options.tls.clientCertPair = {
      crt: await pem(tls.clientCertFile, 'TEMPORAL_TLS_CLIENT_CERT_PATH'),
      key: await pem(tls.clientKeyFile, 'TEMPORAL_TLS_CLIENT_KEY_PATH'),
    };
  }
  return options;
}

async function pem(file: string, variable: string): Promise<Buffer> {
  try {
    return await readFile(file);
  } catch (error) {
    throw new TemporalUnavailable(
      `${variable}: ${file} cannot be read (${error instanceof Error ? error.message : String(error)}).`,
      'Give the path of a PEM file that this process may read.',
      { cause: error },
    );
  }
}
