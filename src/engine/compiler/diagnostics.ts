/** A fault in the source, for the person who wrote it: where, what is not supported or wrong, and what to write instead. */
import type { Span } from '../bytecode/program';

export interface Diagnostic {
  readonly span: Span;
  /** One sentence: what is wrong. `unsupported` when g++ would take it and this compiler does not. */
  readonly message: string;
  /** One sentence: what to write instead, or '' where the message says it. */
  readonly hint: string;
  readonly unsupported: boolean;
}

/** Thrown inside the compiler and turned into a Diagnostic at its door; never leaves `compile`. */
export class CompileError extends Error {
  readonly diagnostic: Diagnostic;
  constructor(diagnostic: Diagnostic) {
    super(diagnostic.message);
    this.diagnostic = diagnostic;
  }
}
/** The source is wrong C++ (g++ would refuse it too). */
export function fail(span: Span, message: string, hint = ''): never {
  throw new CompileError({ span, message, hint, unsupported: false });
}
/** The source is C++, but outside the subset. */
export function unsupported(span: Span, what: string, hint: string): never {
  throw new CompileError({ span, message: `${what} is not supported`, hint, unsupported: true });
}
