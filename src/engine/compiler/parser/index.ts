/**
 * Source text → syntax tree. The door of the parser.
 *
 * preprocess turns characters into tokens; the parser is one class in layers, each a file that knows only those before it:
 * cursor → names (with scope, the table of what is a type) → specifiers → types → parameters → lists → primaries → expressions → lambdas →
 * statements → variables → functions → declarations → classes → templates.
 */
import type { TranslationUnit } from '../ast';
import type { Diagnostic } from '../diagnostics';
import type { Token } from '../lexer';
import { isC, tokensOfC } from './language';
import { predefinedMacros } from './macros';
import { type Include, preprocess, type SourceText } from './preprocess';
import { ParserScope } from './scope';
import { brings, stdName } from './std-names';
import { Parser } from './templates';

export type { Include, SourceText } from './preprocess';
export type { ParserScope } from './scope';

export interface Parsed {
  readonly unit: TranslationUnit;
  /** In the order of the text. `unit` holds whatever could be read. */
  readonly diagnostics: readonly Diagnostic[];
}

/** A table of names with nothing in it but `namespace std`. Several sources parsed with one see each other's names, in order. */
export const createScope = (): ParserScope => new ParserScope();

/** The headers a file wants, before it is parsed: theirs must be parsed first. */
export const includesOf = (source: SourceText): readonly Include[] =>
  preprocess(source, predefinedMacros()).includes;

/** The same, and the standard headers that those bring along as far as the file names something of them ([std-names.ts]). */
export function wantedBy(
  source: SourceText,
  isHeader: (name: string) => boolean,
): { readonly includes: readonly Include[]; readonly brought: readonly string[] } {
  const { includes, tokens } = preprocess(source, predefinedMacros(), isHeader);
  const c = isC(source, tokens, includes);
  const headers = includes.map((i) => i.header);
  const brought = new Set<string>();
  // What locks and threads throw when they are used wrongly.
  const locks = headers.some((h) => /^(?:thread|future|(?:shared_)?mutex|condition_variable)$/.test(h));
  if (locks && tokens.some((t) => t.text === 'catch')) brought.add('system_error');
  if (tokens.some((t) => t.text === '_Atomic')) brought.add('atomic');
  if (tokens.some((t) => WIDE_STRING.test(t.text))) brought.add('__wide');
  const inStd = tokens.some((t, i) => t.text === 'std' && tokens[i - 1]?.text === 'namespace');
  tokens.forEach((token, i) => {
    if (token.kind !== 'id') return;
    const before = tokens[i - 1]?.text;
    if (before === '.' || before === '->') return;
    // That of a range has its name from <utility>, which brings another.
    if (token.text === 'move' && takesSeveral(tokens, i + 1)) brought.add('__sequences');
    const owner = before === '::' ? tokens[i - 2]?.text : '';
    const name = stdName(owner === 'std' || owner === '' ? token.text : `${owner}::${token.text}`);
    if (name === undefined || (owner === '' && !inStd && !name.global)) return;
    // Called without its header, as C before 1999 has it.
    if (c && name.global && tokens[i + 1]?.text === '(' && !declaredIn(tokens, token.text))
      brought.add(name.header);
    if (!headers.includes(name.header) && headers.some((h) => brings(h, name))) brought.add(name.header);
  });
  return { includes, brought: [...brought] };
}

/** Do several stand between the brackets that open at a token? */
function takesSeveral(tokens: readonly Token[], open: number): boolean {
  let depth = 0;
  for (let i = open; ; i++) {
    const { text = '' } = tokens[i] ?? {};
    if (/^[([{]$/.test(text)) depth++;
    else if (/^[)\]}]$/.test(text)) depth--;
    if (depth < 1 || i === tokens.length) return false;
    if (depth === 1 && text === ',') return true;
  }
}

/** What the strings of wchar_t are asked for by; they are read only then. */
const WIDE_STRING = /^(?:wstring|wstring_view|to_wstring)$/;

/** Is there something that declares the name, `int *name` or `type name`? */
const declaredIn = (tokens: readonly Token[], name: string): boolean =>
  tokens.some(
    (t, i) =>
      t.text === name &&
      /^(?:[a-zA-Z_]\w*|\*)$/.test(tokens[i - 1]?.text ?? '') &&
      !/^(?:return|else|do)$/.test(tokens[i - 1]?.text ?? ''),
  );

/** Never throws for what the source says. Adds the file's names and macros to `env`. */
export function parse(
  source: SourceText,
  env: ParserScope = createScope(),
  isHeader?: (name: string) => boolean,
): Parsed {
  const { tokens, includes, diagnostics, broken } = preprocess(source, env.macros, isHeader ?? (() => false));
  if (broken) return { unit: { includes, decls: [], isC: false }, diagnostics };
  env.isC = isC(source, tokens, includes);
  const parser = new Parser(env.isC ? tokensOfC(tokens, includes) : tokens, source.file, env);
  if (isHeader) parser.supports = isHeader;
  const decls = parser.unit(includes.map(({ header }) => header));
  const all = [...diagnostics, ...parser.diagnostics].sort((a, b) => a.span.start - b.span.start);
  return { unit: { includes, decls, isC: env.isC }, diagnostics: all };
}
