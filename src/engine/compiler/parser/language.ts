/**
 * C or C++? A file with the name of one, and a text whose headers are all of C and in which nothing stands that only C++ has is read as C: `new` is a name there, a `void*`
 * becomes any pointer without a cast, and `T f()` says nothing of parameters. Everything else is as in C++ ([diff.iso]).
 */
import type { Token } from '../lexer';
import type { Include, SourceText } from './preprocess';

/** Words of C++ that are names in C. `true`, `bool` and their like stay: C has them from a header, or since C23. */
const NAMES = new Set(
  `catch class concept const_cast co_await co_return co_yield delete dynamic_cast explicit export friend mutable namespace new operator
  private protected public reinterpret_cast requires static_cast template this throw try typeid typename using virtual`.split(
    /\s+/,
  ),
);
const C_HEADER = /\.h$/;
/** What may follow `new` and `delete` where they are operators. */
const isOperand = (t: Token | undefined): boolean =>
  t?.kind === 'id' || t?.kind === 'keyword' || t?.text === '[' || t?.text === '(' || t?.text === '::';

/** Does `token` mean something that C does not have? */
function isOfCpp(token: Token, next: Token | undefined): boolean {
  const { text } = token;
  if (text === '::') return true;
  if (token.kind !== 'keyword') return false;
  switch (text) {
    case 'class':
    case 'concept':
    case 'namespace':
    case 'typename':
    case 'using':
      return next?.kind === 'id' || next?.kind === 'keyword' || next?.text === '{';
    case 'template':
    case 'const_cast':
    case 'dynamic_cast':
    case 'reinterpret_cast':
    case 'static_cast':
      return next?.text === '<';
    case 'private':
    case 'protected':
    case 'public':
      return next?.text === ':';
    case 'try':
      return next?.text === '{';
    case 'new':
    case 'delete':
    case 'throw':
      return isOperand(next);
    case 'operator':
      return next?.text === '(' || next?.text === '[' || next?.kind === 'id' || next?.kind === 'keyword';
    case 'virtual':
    case 'friend':
    case 'explicit':
      return next?.kind === 'id' || next?.kind === 'keyword' || next?.text === '~';
  }
  return false;
}

export const isC = (source: SourceText, tokens: readonly Token[], includes: readonly Include[]): boolean =>
  source.isC === true ||
  (includes.length > 0 &&
    includes.every((i) => C_HEADER.test(i.header)) &&
    !tokens.some((t, i) => isOfCpp(t, tokens[i + 1])));

/** Before C23 these are names, which a text without <stdbool.h> may give itself: `typedef enum { false, true } bool;` */
const SINCE_C23 = new Set(['bool', 'true', 'false', 'nullptr']);
const TYPE_WORD = /^(?:\*|void|char|short|int|long|signed|unsigned|float|double|_Bool)$/;

/** The words of C23 that the text declares itself. */
function ownWords(tokens: readonly Token[]): ReadonlySet<string> {
  const own = new Set<string>();
  let defines = '';
  tokens.forEach(({ kind, text }, i) => {
    if (text === 'typedef' || text === 'enum') defines = text;
    const before = tokens[i - 1]?.text ?? '';
    const after = tokens[i + 1]?.text ?? '';
    if (kind === 'keyword' && SINCE_C23.has(text)) {
      const isEnumerator = defines === 'enum' && /^[{,]$/.test(before) && /^[,}=]$/.test(after);
      const isAlias = text === 'bool' && defines !== '' && after === ';';
      const isTag = /^(?:enum|struct|union)$/.test(before);
      const isVariable = text !== 'bool' && TYPE_WORD.test(before) && /^[=;,)[]$/.test(after);
      if (isEnumerator || isAlias || isTag || isVariable) own.add(text);
    }
    if (text === ';' || (text === '}' && defines === 'enum' && after !== 'bool')) defines = '';
  });
  return own;
}

/** The tokens of C: words of C++ as names, and no `restrict`, which only promises something. */
export const tokensOfC = (tokens: readonly Token[], includes: readonly Include[]): Token[] => {
  const hasWords = includes.some((i) => i.header === 'iso646.h');
  const own = ownWords(tokens);
  return tokens.flatMap((t): Token[] => {
    if (t.text === 'restrict' && t.kind === 'id') return [];
    if (t.kind === 'punct' && t.suffix !== '' && !hasWords) return [{ ...t, kind: 'id', text: t.suffix }];
    if (t.text === '_Generic') return [{ ...t, kind: 'keyword' }];
    // Of g++, and of C since C23.
    if (t.text === 'typeof' && t.kind === 'id') return [{ ...t, kind: 'keyword', text: 'decltype' }];
    return [t.kind === 'keyword' && (NAMES.has(t.text) || own.has(t.text)) ? { ...t, kind: 'id' } : t];
  });
};
