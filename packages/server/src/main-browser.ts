/// <reference lib="webworker" />
// The language server as a worker of a browser, spoken to by messages.
import {
  BrowserMessageReader,
  BrowserMessageWriter,
  createConnection,
  ProposedFeatures,
} from 'vscode-languageserver/browser';
import { startServer } from './server.ts';

// TypeScript takes every global scope for the most general one.
const worker = self as DedicatedWorkerGlobalScope;
startServer(
  createConnection(ProposedFeatures.all, new BrowserMessageReader(worker), new BrowserMessageWriter(worker)),
  undefined,
  {},
);
