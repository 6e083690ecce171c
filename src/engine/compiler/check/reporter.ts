/** What is wrong is collected, and told at a place in the user's own text. */
import type { Span } from '../../bytecode/program';
import { CompileError, type Diagnostic, passing } from '../diagnostics';
import type { Fn } from '../typed';

export const NOWHERE: Span = { file: 0, start: 0, end: 0 };

/** Collects diagnostics; one inside a library header is told at the user's line that led there. */
export class Reporter {
  readonly diagnostics: Diagnostic[] = [];
  guard(fn: Fn | null, run: () => void): void {
    try {
      run();
    } catch (error) {
      if (!(error instanceof CompileError)) throw passing(error, fn?.span ?? NOWHERE);
      this.add(this.atUser(error.diagnostic, fn));
    }
  }
  add(d: Diagnostic): void {
    const same = (x: Diagnostic): boolean => x.span.start === d.span.start && x.message === d.message;
    if (!this.diagnostics.some(same)) this.diagnostics.push(d);
  }
  private atUser(d: Diagnostic, fn: Fn | null): Diagnostic {
    if (d.span.file === 0) return d;
    let where = NOWHERE;
    for (let use = fn?.firstUse; use !== undefined; ) {
      where = use.span;
      if (where.file === 0) break;
      use = use.by?.firstUse;
    }
    return { ...d, span: where.file === 0 ? where : NOWHERE };
  }
}
