/** A TCP proxy that cuts connections where a test asks for it: what a server that dies does, at a moment of choice. */
import net from 'node:net';

/** As the client sees it: an error (a process that is killed), or an end in order (a server that shuts down). */
export type Cut = 'reset' | 'end';

export type CuttingProxy = {
  /** The URL of the server, by way of the proxy. */
  readonly url: string;
  /** Cuts all connections that are open now. */
  cutAll(how: Cut): void;
  /** Asked at each piece that a client sends, counted from 1 on its connection; the piece is then lost. */
  cutAt(plan: (connection: number, piece: number) => Cut | undefined): void;
  close(): Promise<void>;
};

/** Listens on loopback and passes everything on to the server of `url`. */
export async function startCuttingProxy(url: string): Promise<CuttingProxy> {
  const target = new URL(url);
  const open = new Set<net.Socket>();
  let connections = 0;
  let plan: (connection: number, piece: number) => Cut | undefined = () => undefined;
  const server = net.createServer((client) => {
    connections += 1;
    const connection = connections;
    let pieces = 0;
    const upstream = net.connect(Number(target.port), target.hostname);
    open.add(client);
    client.on('data', (piece) => {
      pieces += 1;
      const how = plan(connection, pieces);
      if (how === undefined) upstream.write(piece);
      else cut(client, how);
    });
    upstream.on('data', (piece) => client.write(piece));
    client.on('close', () => {
      open.delete(client);
      upstream.destroy();
    });
    upstream.on('close', () => client.destroy());
    for (const socket of [client, upstream]) socket.on('error', () => undefined);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const through = new URL(url);
  through.host = `127.0.0.1:${(server.address() as net.AddressInfo).port}`;
  return {
    url: through.href,
    cutAll: (how) => {
      for (const client of open) cut(client, how);
    },
    cutAt: (next) => {
      plan = next;
    },
    close: async () => {
      const closed = new Promise((resolve) => server.close(resolve));
      for (const client of open) client.destroy();
      await closed;
    },
  };
}

function cut(client: net.Socket, how: Cut): void {
  if (how === 'reset') client.resetAndDestroy();
  else client.destroy();
}
