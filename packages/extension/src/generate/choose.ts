import { l10n, ThemeIcon, Uri, window, workspace, type QuickInputButton, type QuickPickItem } from 'vscode';
import type { TargetDescription } from '@journey/server/protocol';

export interface Choice {
  readonly target: TargetDescription;
  readonly folder: Uri;
}

interface TargetItem extends QuickPickItem {
  readonly target: TargetDescription;
}

/** Asks for which target to generate; its button lets another folder be chosen. Undefined where the user leaves. */
export async function chooseTarget(
  document: Uri,
  targets: readonly TargetDescription[],
): Promise<Choice | undefined> {
  const picked = await pickTarget(document, targets);
  if (!picked) return undefined;
  if (!picked.elsewhere) return { target: picked.target, folder: defaultFolder(document, picked.target) };
  const [chosen] = (await window.showOpenDialog(folderDialog(document))) ?? [];
  return chosen && { target: picked.target, folder: chosen };
}

/** In the folder that the setting names, relative to the file: each target and each file has a folder of its own there. */
function defaultFolder(document: Uri, target: TargetDescription): Uri {
  const setting = workspace.getConfiguration('journey', document).get<string>('generate.output', '').trim();
  const name = document.path.replace(/^.*\//, '').replace(/\.journey$/, '');
  return Uri.joinPath(document, '..', setting || 'generated', target.id, name);
}

function pickTarget(
  document: Uri,
  targets: readonly TargetDescription[],
): Promise<{ target: TargetDescription; elsewhere: boolean } | undefined> {
  const elsewhere: QuickInputButton = {
    iconPath: new ThemeIcon('folder-opened'),
    tooltip: l10n.t('Generate into another folder…'),
  };
  return new Promise((resolve) => {
    const picker = window.createQuickPick<TargetItem>();
    picker.title = l10n.t('Generate the automations');
    picker.placeholder = l10n.t('What shall run the journey?');
    picker.items = targets.map((target) => ({
      target,
      label: target.label,
      description: l10n.t('into {0}', workspace.asRelativePath(defaultFolder(document, target))),
      buttons: [elsewhere],
    }));
    picker.onDidAccept(() => {
      const [item] = picker.selectedItems;
      resolve(item && { target: item.target, elsewhere: false });
      picker.hide();
    });
    picker.onDidTriggerItemButton(({ item }) => {
      resolve({ target: item.target, elsewhere: true });
      picker.hide();
    });
    picker.onDidHide(() => {
      resolve(undefined);
      picker.dispose();
    });
    picker.show();
  });
}

function folderDialog(document: Uri) {
  return {
    canSelectFiles: false,
    canSelectFolders: true,
    defaultUri: Uri.joinPath(document, '..'),
    openLabel: l10n.t('Generate Here'),
  };
}
