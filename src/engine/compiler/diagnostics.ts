/** A fault in the source, for the person who wrote it: where, what is not supported or wrong, and what to write instead. */
import type { Span } from '../bytecode/program';

export interface Diagnostic {
  readonly span: Span;
  /** One sentence: what is wrong. `unsupported` when g++ would take it and this compiler does not. */
  readonly message: string;
  /** One sentence: what to write instead, or '' where the message says it. */
  readonly hint: string;
  readonly unsupported: boolean;
  /** What kind of fault it is, of those that somebody tells apart. */
  readonly code?: DiagnosticCode;
  /** What of the standard library was meant, where that is certain. */
  readonly meant?: StandardName;
}
/** A name is declared or defined a second time; there is no main to begin with; nobody declares a name; a `;` is missing. */
export type DiagnosticCode = 'defined-twice' | 'no-main' | 'undeclared' | 'missing-semicolon';

export interface StandardName {
  /** 'std::cout'; null where the name stands there as it should. */
  readonly name: string | null;
  /** 'iostream', to be included; null where it is. */
  readonly header: string | null;
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
export function fail(span: Span, message: string, hint = '', code?: DiagnosticCode): never {
  throw new CompileError({ span, message, hint, unsupported: false, ...(code && { code }) });
}
/** The source is C++, but outside the subset. */
export function unsupported(span: Span, what: string, hint: string): never {
  throw new CompileError({ span, message: `${what} is not supported`, hint, unsupported: true });
}

/** A fault of the compiler itself, with the innermost place of the user's text that was being read. */
class Breakdown extends Error {
  readonly span: Span;
  constructor(cause: unknown, span: Span) {
    super(String(cause), { cause });
    this.span = span;
  }
}
/** What to throw on when `error` passes the reading of `span`: a diagnostic as it is, a fault of ours with its place. */
export function passing(error: unknown, span: Span): unknown {
  return error instanceof CompileError || error instanceof Breakdown || span.file !== 0
    ? error
    : new Breakdown(error, span);
}
/** How a fault of the compiler begins. */
export const OUR_FAULT = 'a fault of this compiler, not of the program';
/** The diagnostic for whatever was thrown: the one place where a fault of the compiler is told, as its own. */
export function told(error: unknown): Diagnostic {
  if (error instanceof CompileError) return error.diagnostic;
  const span = error instanceof Breakdown ? error.span : { file: 0, start: 0, end: 0 };
  const cause = error instanceof Breakdown ? error.cause : error;
  // The bounds on nesting are for an ordinary stack; where it is smaller it ends before them.
  if (cause instanceof RangeError && /stack|recursion/.test(cause.message))
    return {
      span,
      message: 'nesting as deep as here is not supported',
      hint: 'end the recursion earlier, or name the parts',
      unsupported: true,
    };
  return {
    span,
    message: `${OUR_FAULT}: it could not read this (${cause instanceof Error ? cause.message : cause})`,
    hint: 'write this line in another way, and report it',
    unsupported: true,
  };
}
