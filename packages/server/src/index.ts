export * from './protocol.ts';
export { startNodeServer } from './node-server.ts';
export type { ServerOptions } from './server-options.ts';
