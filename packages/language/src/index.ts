export { type DistantFileSystem, type NeededFiles } from './build/distant-files.ts';
export { compileDocument } from './compile/compile.ts';
export { didYouMean, type DiagnosticHelp, type Severity } from './diagnostics/define.ts';
export { diagnosticPage } from './diagnostics/page.ts';
export { diagnosticCatalogue, type DiagnosticEntry, type FindingData } from './diagnostics/registry.ts';
export { formatText, type Formatted } from './format/format.ts';
export { say, sayWords, speak, spokenLanguages } from './locale/speech.ts';
export { isLibraryUri, libraryFiles, LIBRARY_SCHEME } from './library/library.ts';
export { importedDocuments } from './references/import-closure.ts';
export {
  createJourneyServices,
  setDiagnosticsHelpBase,
  setSeverities,
  takeSeverities,
  type JourneyServices,
} from './services.ts';
export { JourneyWorkspace, openWorkspace, type OpenedDocument, type OpenedWorkspace } from './workspace.ts';
export {
  readSeverities,
  severityNames,
  type ReadSeverities,
  type Severities,
} from './settings/severities.ts';
export { SETTINGS_FILE, type SettingsFiles } from './settings/settings-files.ts';
