export { answerFurtherRequests } from './further-requests.ts';
export {
  createJourneyEditorServices,
  setClientCommands,
  setPhrases,
  type JourneyEditorServices,
  type JourneySharedEditorServices,
} from './services.ts';
