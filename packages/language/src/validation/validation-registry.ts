import type { AstNode, ValidationAcceptor, ValidationCheck } from 'langium';
import { ValidationRegistry } from 'langium';

/** Calls checks as they are: each is done when it returns, and a promise a check and node costs more than the check. */
export class JourneyValidationRegistry extends ValidationRegistry {
  private readonly byType = new Map<string, readonly ValidationCheck[]>();

  /** All checks of nodes of that type. */
  checksOf(type: string): readonly ValidationCheck[] {
    let checks = this.byType.get(type);
    if (!checks) this.byType.set(type, (checks = this.getChecks(type).toArray()));
    return checks;
  }

  protected override wrapValidationException(check: ValidationCheck, owner: unknown): ValidationCheck {
    return (node, accept, cancelToken) => {
      try {
        const done = check.call(owner, node, accept, cancelToken);
        return done instanceof Promise
          ? done.catch((error: unknown) => this.report(error, accept, node))
          : undefined;
      } catch (error) {
        return this.report(error, accept, node);
      }
    };
  }

  private report(error: unknown, accept: ValidationAcceptor, node: AstNode): Promise<void> {
    const rethrow = () => {
      throw error;
    };
    return this.handleException(rethrow, 'An error occurred during validation', accept, node);
  }
}
