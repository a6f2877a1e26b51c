export { startVsCode, type VsCodeOptions, type VsCodeServer } from './server.ts';
export {
  Workbench,
  type CursorPlace,
  type Problem,
  type Severity,
  type WorkbenchOptions,
} from './workbench.ts';
