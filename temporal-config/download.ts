import http from 'node:http';
import https from 'node:https';

const CONNECT_WITHIN_MS = 8_000;
const SILENT_AT_MOST_MS = 30_000;
const REDIRECTS_AT_MOST = 5;

/**
 * The body found at an `http(s)` address, following redirects, through the proxy that the environment names
 * (HTTPS_PROXY, NO_PROXY). An unreachable host is given up within seconds. Rejects with the reason.
 */
export async function download(
  address: string,
  env: NodeJS.ProcessEnv,
  signal?: AbortSignal,
): Promise<Buffer> {
  let url = new URL(address);
  for (let hop = 0; hop <= REDIRECTS_AT_MOST; hop += 1) {
    const answer = await get(url, env, signal);
    if (answer.location === undefined) return answer.body;
    url = new URL(answer.location, url);
  }
  throw new Error('too many redirects');
}

interface Answer {
  readonly location?: string;
  readonly body: Buffer;
}

function get(url: URL, env: NodeJS.ProcessEnv, signal: AbortSignal | undefined): Promise<Answer> {
  const secure = url.protocol === 'https:';
  const agent = secure ? new https.Agent({ proxyEnv: env }) : new http.Agent({ proxyEnv: env });
  return new Promise<Answer>((resolve, reject) => {
    const client = secure ? https : http;
    const request = client.get(url, { agent, ...(signal === undefined ? {} : { signal }) }, (response) => {
      clearTimeout(connecting);
      response.setTimeout(SILENT_AT_MOST_MS, () => response.destroy(new Error('the download stalled')));
      const status = response.statusCode ?? 0;
      const { location } = response.headers;
      if (status >= 300 && status < 400 && location !== undefined) {
        response.resume();
        resolve({ location, body: Buffer.alloc(0) });
        return;
      }
      if (status !== 200) {
        response.resume();
        reject(new Error(`the host answered ${status}`));
        return;
      }
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () => resolve({ body: Buffer.concat(chunks) }));
    });
    const connecting = setTimeout(
      () => request.destroy(new Error('the host does not answer')),
      CONNECT_WITHIN_MS,
    );
    request.on('error', (error) => {
      clearTimeout(connecting);
      reject(error);
    });
  }).finally(() => agent.destroy());
}
