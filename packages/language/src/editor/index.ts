export { answerFurtherRequests } from './further-requests.ts';
export {
  createJourneyEditorServices,
  setClientCommands,
  setPhrases,
  setPullDiagnostics,
  type JourneyEditorServices,
  type JourneySharedEditorServices,
} from './services.ts';
