export * from './protocol.ts';
export { startNodeServer } from './node-server.ts';
