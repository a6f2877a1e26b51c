import { Disposable, workspace, type GlobPattern, type Uri } from 'vscode';

/** Tells of every file of that pattern that comes, changes or goes. */
export function watchFiles(pattern: GlobPattern, onChange: (file: Uri) => void): Disposable {
  const watcher = workspace.createFileSystemWatcher(pattern);
  return Disposable.from(
    watcher,
    watcher.onDidChange(onChange),
    watcher.onDidCreate(onChange),
    watcher.onDidDelete(onChange),
  );
}
