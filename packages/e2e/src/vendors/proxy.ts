import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { TLSSocket } from 'node:tls';
import type { VendorAnswer, VendorCall, VendorStandIn } from './call.ts';
import { createAuthority } from './certificates.ts';
import { readCall } from './read-call.ts';

/** Stands between a program and the Internet: every vendor it calls is one of ours. */
export interface VendorProxy {
  /** What the program under test must be started with. */
  readonly environment: Readonly<Record<string, string>>;
  /** Every call so far, in the order in which they arrived. */
  readonly calls: readonly VendorCall[];
  /** The next call that `matches` gets this answer instead of its stand-in's, once. */
  answerNext(matches: (call: VendorCall) => boolean, answer: VendorAnswer): void;
  close(): Promise<void>;
}

interface Exception {
  readonly matches: (call: VendorCall) => boolean;
  readonly answer: VendorAnswer;
}

/**
 * Starts the proxy on a free port of 127.0.0.1. It ends TLS with an authority of this run's own, whose
 * certificate goes into `folder`. A host that no stand-in speaks for is answered with 502 and recorded as well:
 * nothing ever leaves the machine.
 */
export async function startVendorProxy(
  folder: string,
  standIns: readonly VendorStandIn[],
): Promise<VendorProxy> {
  const authority = createAuthority(folder);
  const byHost = new Map(
    standIns.flatMap((standIn) => standIn.hosts.map((host) => [host, standIn] as const)),
  );
  const calls: VendorCall[] = [];
  const exceptions: Exception[] = [];
  const askedHost = new WeakMap<Socket, string>();

  const answer = (call: VendorCall): VendorAnswer | Promise<VendorAnswer> => {
    const index = exceptions.findIndex((exception) => exception.matches(call));
    const exception = index < 0 ? undefined : exceptions.splice(index, 1)[0];
    return exception?.answer ?? byHost.get(call.host)?.answer(call) ?? nobodyAt(call.host);
  };
  const serve = async (request: IncomingMessage, response: ServerResponse) => {
    const call = await readCall(request, askedHost.get(request.socket) ?? hostOf(request));
    calls.push(call);
    send(response, await answer(call));
  };

  const vendors = createServer((request, response) => void serve(request, response));
  const proxy = createServer((request, response) => void serve(request, response));
  const sockets = new Set<Socket>();
  proxy.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  proxy.on('connect', (request: IncomingMessage, socket: Socket) => {
    const host = (request.url ?? '').replace(/:\d+$/, '');
    socket.write('HTTP/1.1 200 Connection Established\r\n\r\n');
    const secured = new TLSSocket(socket, { isServer: true, secureContext: authority.contextFor(host) });
    // A client that hangs up in the middle of a call is its own affair.
    for (const end of [socket, secured]) end.on('error', () => socket.destroy());
    askedHost.set(secured, host);
    vendors.emit('connection', secured);
  });

  const port = await listen(proxy);
  return {
    environment: proxyEnvironment(port, authority.trustFile),
    calls,
    answerNext: (matches, given) => exceptions.push({ matches, answer: given }),
    close: () =>
      new Promise((resolve) => {
        proxy.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}

function proxyEnvironment(port: number, trustFile: string): Record<string, string> {
  const address = `http://127.0.0.1:${port}`;
  return {
    HTTPS_PROXY: address,
    HTTP_PROXY: address,
    NO_PROXY: '127.0.0.1,localhost',
    NODE_EXTRA_CA_CERTS: trustFile,
  };
}

function listen(server: Server): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address: string | AddressInfo | null = server.address();
      if (address && typeof address === 'object') resolve(address.port);
      else reject(new Error('The vendor proxy got no port.'));
    });
  });
}

/** A plain-HTTP proxy request names the whole address. */
function hostOf(request: IncomingMessage): string {
  return URL.canParse(request.url ?? '') ? new URL(request.url ?? '').hostname : (request.headers.host ?? '');
}

function nobodyAt(host: string): VendorAnswer {
  return { status: 502, body: { error: `No stand-in speaks for ${host} in this test.` } };
}

function send(response: ServerResponse, { status, headers, body }: VendorAnswer): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  response.end(body === null ? undefined : JSON.stringify(body));
}
