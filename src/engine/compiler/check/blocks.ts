/** The scope of a block, and where it ends. */
import type { Span } from '../../bytecode/program';
import type { Stmt } from '../ast';
import type { Place } from './context';
import { Scope } from './scope';

/** A block inside the place. */
export const scoped = (at: Place): Place => ({ scope: new Scope(at.scope, at.scope.library), fn: at.fn });
/** Where what lives in the statement ends: its closing brace, or its last character. */
export const endOf = (s: Stmt): Span =>
  s.kind === 'block' ? s.end : { ...s.span, start: Math.max(s.span.start, s.span.end - 1) };
