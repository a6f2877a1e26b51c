import type {
  AstNode,
  DiagnosticInfo,
  LangiumDocument,
  LinkingError,
  ParseResult,
  ValidationAcceptor,
  ValidationOptions,
  ValidationSeverity,
} from 'langium';
import { AstUtils, DefaultDocumentValidator, interruptAndCheck } from 'langium';
import { CancellationToken } from 'vscode-languageserver';
import type { JourneyServices } from '../services.ts';
import type { Diagnostic, Range } from 'vscode-languageserver-types';
import {
  diagnostics as registry,
  messageOf,
  type DiagnosticName,
  type FindingData,
} from '../diagnostics/registry.ts';
import type { Severity } from '../diagnostics/define.ts';
import { partsOf } from '../build/parts.ts';
import { visitNodes } from '../references/visit.ts';
import { suppress } from './suppression.ts';
import { positionsIn } from './positions.ts';
import { isLibraryUri } from '../library/library.ts';
import { areSame, overlay, type Severities } from '../settings/severities.ts';
import type { SettingsFiles } from '../settings/settings-files.ts';
import { LinkingFindings } from './linking.ts';
import { withoutEchoes } from './echoes.ts';
import { TextFindings } from './text-findings.ts';
import type { JourneyValidationRegistry } from './validation-registry.ts';

const SEVERITY_NUMBERS = { error: 1, warning: 2, information: 3, hint: 4 } as const satisfies Record<
  Severity,
  number
>;

/** Gives every finding its code and its page: those of the lexer, the parser and the linker like those of the checks. */
export class JourneyDocumentValidator extends DefaultDocumentValidator {
  /**
   * What the pages' addresses begin with; a client that ships the pages sets it to where they are. Without it there are
   * no links: some editors drop all findings of a file for the sake of one address that isn't whole.
   */
  helpBase: string | undefined = 'docs/diagnostics/';
  /** How grave findings are taken where it is otherwise than the registry and the settings files say. */
  severities: Severities = new Map();
  /** How grave the findings of each document were taken when it was checked last. */
  private readonly taken = new WeakMap<LangiumDocument, Severities>();
  private readonly settings: SettingsFiles;
  private readonly checks: JourneyValidationRegistry;
  private readonly linking: LinkingFindings;
  private readonly textFindings: TextFindings;

  constructor(services: JourneyServices) {
    super(services);
    this.settings = services.settings;
    this.checks = services.validation.ValidationRegistry;
    this.linking = new LinkingFindings(services);
    this.textFindings = new TextFindings(services);
  }

  override async validateDocument(
    document: LangiumDocument,
    options?: ValidationOptions,
    cancelToken?: Parameters<DefaultDocumentValidator['validateDocument']>[2],
  ): Promise<Diagnostic[]> {
    // The library is checked by its own tests, not at every start.
    if (isLibraryUri(document.uri)) return [];
    const found = withoutEchoes(await super.validateDocument(document, options, cancelToken), document);
    const { kept, findings } = suppress(document, found);
    const about = findings.map(({ name, code, range, fixes }) => {
      const message = messageOf(name, { code, codes: code });
      return { ...this.diagnostic(name, message, range), data: { fixes } satisfies FindingData };
    });
    const severities = this.severitiesFor(document);
    this.taken.set(document, severities);
    return [...kept, ...about].flatMap((diagnostic) => withSeverity(diagnostic, severities));
  }

  /** Whether the document was checked when other severities held for it. */
  wasTakenOtherwise(document: LangiumDocument): boolean {
    const taken = this.taken.get(document);
    return taken !== undefined && !areSame(taken, this.severitiesFor(document));
  }

  protected override async validateAstNodes(
    root: AstNode,
    _options: ValidationOptions,
    accept: ValidationAcceptor,
    cancelToken: Parameters<DefaultDocumentValidator['validateAst']>[2],
  ): Promise<void> {
    const token = cancelToken ?? CancellationToken.None;
    await Promise.all(this.check(root, accept, token));
    for (const part of partsOf(AstUtils.getDocument(root))) {
      await interruptAndCheck(token);
      const unfinished: Promise<void>[] = [];
      visitNodes(part, (node) => {
        unfinished.push(...this.check(node, accept, token));
      });
      await Promise.all(unfinished);
    }
  }

  /** Makes all checks of the node, and returns those that are not done yet. */
  private check(node: AstNode, accept: ValidationAcceptor, cancelToken: CancellationToken): Promise<void>[] {
    const unfinished: Promise<void>[] = [];
    for (const check of this.checks.checksOf(node.$type)) {
      const done = check(node, accept, cancelToken);
      if (done instanceof Promise) unfinished.push(done);
    }
    return unfinished;
  }

  private severitiesFor({ uri }: LangiumDocument): Severities {
    return overlay(this.severities, this.settings.severitiesOf(uri).severities);
  }

  protected override processLexingErrors(result: ParseResult, diagnostics: Diagnostic[]): void {
    const positions = positionsIn(result);
    for (const finding of this.textFindings.of(result)) {
      const fixes = finding.changes.map((change) => positions.fix(change));
      diagnostics.push({
        ...this.diagnostic(finding.name, finding.message, positions.range(finding)),
        data: { fixes } satisfies FindingData,
      });
    }
  }

  /** They are among the text's findings. */
  protected override processParsingErrors(): void {}

  protected override processLinkingErrors(document: LangiumDocument, diagnostics: Diagnostic[]): void {
    for (const reference of document.references) {
      const error: LinkingError | undefined = reference.error;
      const finding = error && this.linking.find(error);
      const range = reference.$refNode?.range;
      if (finding && range) {
        diagnostics.push({
          ...this.diagnostic(finding.name, finding.message, range),
          data: { fixes: finding.fixes(range) } satisfies FindingData,
        });
      }
    }
  }

  protected override toDiagnostic<N extends AstNode>(
    severity: ValidationSeverity,
    message: string,
    info: DiagnosticInfo<N, string>,
  ): Diagnostic {
    const diagnostic = super.toDiagnostic(severity, message, info);
    return { ...diagnostic, ...this.page(String(info.code)) };
  }

  private diagnostic(name: DiagnosticName, message: string, range: Range): Diagnostic {
    const { code, severity } = registry[name];
    return {
      severity: SEVERITY_NUMBERS[severity],
      message,
      range,
      code,
      ...this.page(code),
      source: 'journey',
      data: { fixes: [] } satisfies FindingData,
    };
  }

  private page(code: string): Pick<Diagnostic, 'codeDescription'> {
    return this.helpBase === undefined ? {} : { codeDescription: { href: `${this.helpBase}${code}.md` } };
  }
}

/** The finding as grave as the workspace wants it; nothing where it is switched off. */
function withSeverity(diagnostic: Diagnostic, severities: Severities): Diagnostic[] {
  const wanted = severities.get(String(diagnostic.code));
  if (wanted === 'off') return [];
  return [wanted === undefined ? diagnostic : { ...diagnostic, severity: SEVERITY_NUMBERS[wanted] }];
}
