/**
 * The syntax tree: what the source says, before names are resolved. Every node carries its exact source span.
 * Built by the parser, read by check. Discriminated by `kind`; a switch over it ends in assertNever.
 */
import type { Span } from '../../bytecode/program';
import type { Decl } from './declarations';

export type * from './declarations';
export type * from './expressions';
export type * from './statements';
export type * from './types';

/** A whole file. `includes` are the `<…>` names in order, each with its span. */
export interface TranslationUnit {
  readonly includes: readonly { readonly header: string; readonly span: Span }[];
  readonly decls: readonly Decl[];
  /** Written in C (parser/language.ts). */
  readonly isC: boolean;
}
