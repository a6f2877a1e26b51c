import type { DiagnosticEntry } from './registry.ts';

/** The help page about a finding, as Markdown. */
export function diagnosticPage(entry: DiagnosticEntry): string {
  const { code, name, severity, help } = entry;
  return (
    [
      `# ${code}: ${name}`,
      `Severity: ${severity}`,
      help.what,
      `**Why it matters.** ${help.why}`,
      `## Wrong\n\n\`\`\`journey\n${help.wrong}\n\`\`\``,
      `## Right\n\n\`\`\`journey\n${help.right}\n\`\`\``,
      ...(help.source === undefined ? [] : [`Source: ${help.source}.`]),
      '',
    ]
      .join('\n\n')
      .trimEnd() + '\n'
  );
}
