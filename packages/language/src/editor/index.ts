export { answerFurtherRequests } from './further-requests.ts';
export { editJourney, type EditedJourney } from './map-edits/edit-journey.ts';
export {
  createJourneyEditorServices,
  setClientCommands,
  setPhrases,
  setPullDiagnostics,
  type JourneyEditorServices,
  type JourneySharedEditorServices,
} from './services.ts';
