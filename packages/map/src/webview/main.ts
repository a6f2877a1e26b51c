import { MapApp } from './app.ts';
import { registerControls } from './controls.ts';

/** What VS Code gives a webview's page. */
declare function acquireVsCodeApi(): {
  postMessage(message: unknown): void;
  getState(): unknown;
  setState(state: unknown): void;
};

registerControls();
const editor = acquireVsCodeApi();
new MapApp(document.body, {
  post: (message) => editor.postMessage(message),
  load: () => editor.getState(),
  save: (state) => editor.setState(state),
});
