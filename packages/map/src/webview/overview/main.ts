import { OverviewApp } from './app.ts';

/** What VS Code gives a webview's page. */
declare function acquireVsCodeApi(): { postMessage(message: unknown): void };

const editor = acquireVsCodeApi();
new OverviewApp(document.body, (message) => editor.postMessage(message));
