import { setTimeout as sleep } from 'node:timers/promises';
import { type Connection, isGrpcServiceError } from '@temporalio/client';
import { TemporalUnavailable } from './temporal-unavailable.ts';

/** Namespace of the embedded server, and the default elsewhere. */
export const DEFAULT_NAMESPACE = 'terminsargs';

/** How long closed workflows are kept. They hold nothing that PostgreSQL does not have. */
const RETENTION_DAYS = 7;

/** Numbers of google.rpc.Code. */
const GRPC = {
  notFound: 5,
  alreadyExists: 6,
  permissionDenied: 7,
  unimplemented: 12,
  unauthenticated: 16,
} as const;

const VISIBLE_WITHIN_MS = 60_000;

/** What `ensureNamespace` found or did. */
export interface EnsuredNamespace {
  /** Changes when the server was wiped and the namespace made anew. */
  readonly id: string;
  readonly created: boolean;
}

/**
 * Sees to it that the namespace exists, and waits until the server knows it. May be repeated, by several processes at once, against any server; on one that makes namespaces elsewhere (Temporal
 * Cloud) it must be there already, which the TemporalUnavailable thrown then says.
 */
export async function ensureNamespace(
  connection: Connection,
  namespace: string = DEFAULT_NAMESPACE,
): Promise<EnsuredNamespace> {
  const found = await describe(connection, namespace);
  const created = found === undefined && (await register(connection, namespace));
  const id = found ?? (await untilKnown(connection, namespace));
  return { id, created };
}

/** The id of the namespace, or nothing when there is none. */
async function describe(connection: Connection, namespace: string): Promise<string | undefined> {
  try {
    const { namespaceInfo } = await connection.workflowService.describeNamespace({ namespace });
    return namespaceInfo?.id ?? undefined;
  } catch (error) {
    if (hasCode(error, GRPC.notFound)) return undefined;
    if (hasCode(error, GRPC.permissionDenied, GRPC.unauthenticated)) {
      throw new TemporalUnavailable(
        `The Temporal server refuses us in namespace “${namespace}”.`,
        'Check TEMPORAL_NAMESPACE (in Temporal Cloud: name.account), TEMPORAL_API_KEY or the TLS certificate.',
        { cause: error },
      );
    }
    throw error;
  }
}

async function register(connection: Connection, namespace: string): Promise<boolean> {
  try {
    await connection.workflowService.registerNamespace({
      namespace,
      description: 'Timelines of Termiņsargs: ids, kinds and moments only',
      workflowExecutionRetentionPeriod: { seconds: RETENTION_DAYS * 86_400 } as never,
    });
    return true;
  } catch (error) {
    if (hasCode(error, GRPC.alreadyExists)) return false;
    if (hasCode(error, GRPC.permissionDenied, GRPC.unimplemented, GRPC.unauthenticated)) {
      throw new TemporalUnavailable(
        `Namespace “${namespace}” does not exist on the Temporal server, and we may not make it.`,
        `Make it there with a retention of ${RETENTION_DAYS} days: see temporal-config/README.md.`,
        { cause: error },
      );
    }
    throw error;
  }
}

/** A new namespace is known to all parts of the server only after a while: 1 s embedded, 10 s in a cluster. */
async function untilKnown(connection: Connection, namespace: string): Promise<string> {
  const deadline = performance.now() + VISIBLE_WITHIN_MS;
  for (;;) {
    const id = await describe(connection, namespace);
    if (id !== undefined && (await isServed(connection, namespace))) return id;
    if (performance.now() > deadline) {
      throw new TemporalUnavailable(
        `The Temporal server does not serve the new namespace “${namespace}”.`,
        'Look into the log of the Temporal server, and run the command again.',
      );
    }
    await sleep(100);
  }
}

async function isServed(connection: Connection, namespace: string): Promise<boolean> {
  try {
    await connection.workflowService.listWorkflowExecutions({ namespace, pageSize: 1 });
    return true;
  } catch (error) {
    if (hasCode(error, GRPC.notFound)) return false;
    throw error;
  }
}

function hasCode(error: unknown, ...codes: readonly number[]): boolean {
  return isGrpcServiceError(error) && codes.includes(error.code);
}
