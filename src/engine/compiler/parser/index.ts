/**
 * Source text → syntax tree. The door of the parser.
 *
 * preprocess turns characters into tokens; the parser is one class in layers, each a file that knows only those before it:
 * cursor → names (with scope, the table of what is a type) → specifiers → types → primaries → expressions → lambdas →
 * statements → variables → functions → declarations → classes → templates.
 */
import type { TranslationUnit } from '../ast';
import type { Diagnostic } from '../diagnostics';
import { predefinedMacros } from './macros';
import { type Include, preprocess, type SourceText } from './preprocess';
import { ParserScope } from './scope';
import { Parser } from './templates';

export type { Include, SourceText } from './preprocess';
export type { ParserScope } from './scope';

export interface Parsed {
  readonly unit: TranslationUnit;
  /** In the order of the text. `unit` holds whatever could be read. */
  readonly diagnostics: readonly Diagnostic[];
}

/** A table of names with nothing in it but `namespace std`. Several sources parsed with one see each other's names, in order. */
export function createScope(): ParserScope {
  return new ParserScope();
}

/** The headers a file wants, before it is parsed: theirs must be parsed first. */
export function includesOf(
  source: SourceText,
  isHeader: (name: string) => boolean = () => false,
): readonly Include[] {
  return preprocess(source, predefinedMacros(), isHeader).includes;
}

/** Never throws for what the source says. Adds the file's names and macros to `env`. */
export function parse(
  source: SourceText,
  env: ParserScope = createScope(),
  isHeader: (name: string) => boolean = () => false,
): Parsed {
  const { tokens, includes, diagnostics, broken } = preprocess(source, env.macros, isHeader);
  if (broken) return { unit: { includes, decls: [] }, diagnostics };
  const parser = new Parser(tokens, source.file, env);
  const decls = parser.unit(includes.map(({ header }) => header));
  const all = [...diagnostics, ...parser.diagnostics].sort((a, b) => a.span.start - b.span.start);
  return { unit: { includes, decls }, diagnostics: all };
}
