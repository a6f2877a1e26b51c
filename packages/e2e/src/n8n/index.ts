export {
  importCredentials,
  importWorkflowFolder,
  importWorkflows,
  publishWorkflows,
  runN8nCommand,
  type N8nCredential,
} from './commands.ts';
export {
  executions,
  executionThat,
  nodeRuns,
  tableRows,
  type N8nExecution,
  type NodeRun,
} from './executions.ts';
export { prepareN8n, type N8nHome, type N8nOptions } from './home.ts';
export { startQueue, type Queue } from './queue.ts';
export { startN8n } from './server.ts';
export { judgeWorkflow, type WorkflowJson } from './judge-workflow.ts';
export { readNodeCatalogue, type NodeCatalogue, type NodeJson } from './node-descriptions.ts';
