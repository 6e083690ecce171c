/** What every node of the syntax tree has. */
import type { Span } from '../../bytecode/program';

export interface Node {
  readonly span: Span;
}
