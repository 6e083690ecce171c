/**
 * Characters to tokens, with exact ranges. Knows nothing of macros or names: parser/preprocess.ts reads the directives,
 * and a fault in the text becomes a `bad` token, so that faults inside `#if 0` do not count.
 */

export type TokenKind =
  | 'id'
  | 'keyword'
  | 'int'
  | 'float'
  | 'char'
  | 'string'
  | 'punct'
  | 'header'
  | 'bad'
  | 'end';

export interface Token {
  readonly kind: TokenKind;
  /** As written, quotes included: comparing `text` alone never takes a string for a punctuator. `>` is always alone. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Nothing stands between this token and the one before: `>` `>` glued is a shift. */
  readonly glued: boolean;
  /** First on its line (a continued line is one line): ends a directive, and begins one when it is `#`. */
  readonly lineStart: boolean;
  /** bigint for int, number for float and char, the decoded text for string, the complaint for bad; else null. */
  readonly value: bigint | number | string | null;
  /** What follows a number: 'u', 'ull', 'ms'. Lower case for the standard ones. */
  readonly suffix: string;
}

const KEYWORDS = new Set(
  `alignas alignof asm auto bool break case catch char char8_t char16_t char32_t class co_await co_return co_yield
  concept const const_cast consteval constexpr constinit continue decltype default delete do double dynamic_cast else
  enum explicit export extern false float for friend goto if inline int long mutable namespace new noexcept nullptr
  operator private protected public register reinterpret_cast requires return short signed sizeof static static_assert
  static_cast struct switch template this thread_local throw true try typedef typeid typename union unsigned using
  virtual void volatile wchar_t while`.split(/\s+/),
);
const ALTERNATIVES = new Map([
  ['and', '&&'],
  ['or', '||'],
  ['not', '!'],
  ['xor', '^'],
  ['bitand', '&'],
  ['bitor', '|'],
  ['compl', '~'],
  ['and_eq', '&='],
  ['or_eq', '|='],
  ['xor_eq', '^='],
  ['not_eq', '!='],
]);
/** Longest first. No `>>` and `>>=`: the parser joins glued `>` where a shift can stand. */
const PUNCTUATORS =
  '... <<= <=> ->* ## -> ++ -- << <= >= == != && || += -= *= /= %= &= |= ^= :: .* ( ) { } [ ] ; : , . ? + - * / % & | ^ ~ ! = < > #'.split(
    ' ',
  );
/** The punctuators by first character, still longest first. */
const PUNCTUATORS_BY_FIRST = new Map(
  PUNCTUATORS.map(([first = '']) => [first, PUNCTUATORS.filter((text) => text.startsWith(first))]),
);
const ESCAPES = new Map([
  ['n', 10],
  ['t', 9],
  ['r', 13],
  ['a', 7],
  ['b', 8],
  ['f', 12],
  ['v', 11],
  ['e', 27],
  ['\\', 92],
  ["'", 39],
  ['"', 34],
  ['?', 63],
]);
const WORD = /[A-Za-z_$\u0080-\uffff][A-Za-z0-9_$\u0080-\uffff]*/y;
const NUMBER =
  /0[xX](?<hex>[0-9a-fA-F']+)|0[bB](?<bin>[01']+)|(?<float>(?:\d[\d']*\.(?!\.)[\d']*|\.\d[\d']*)(?:[eE][+-]?\d+)?|\d[\d']*[eE][+-]?\d+)|(?<int>\d[\d']*)/y;
const SUFFIX = /[A-Za-z_][A-Za-z0-9_]*/y;
const ESCAPE = /\\(?:x([0-9a-fA-F]+)|([0-7]{1,3})|u([0-9a-fA-F]{4})|([\s\S]))/y;
const RAW = /"([^()\\\s"]{0,16})\(/y;
const HEADER = /[ \t]*include[ \t]*(<[^>\n]*>)/y;
const INT_SUFFIX = /^(?:|u|l|ll|z|ul|ull|uz|lu|llu|zu)$/;

export function lex(text: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  let lineStart = true;
  let glued = false;

  const push = (kind: TokenKind, end: number, value: Token['value'] = null, suffix = '', as = ''): void => {
    tokens.push({ kind, text: as || text.slice(at, end), start: at, end, glued, lineStart, value, suffix });
    at = end;
    lineStart = false;
    glued = true;
  };
  const match = (pattern: RegExp, from = at): RegExpExecArray | null => {
    pattern.lastIndex = from;
    return pattern.exec(text);
  };

  /** Number of characters of a line break escaped by a backslash at `i`, or 0. */
  const continuation = (i: number): number =>
    text[i] !== '\\' ? 0 : text[i + 1] === '\n' ? 2 : text.startsWith('\r\n', i + 1) ? 3 : 0;

  const skipLine = (): void => {
    while (at < text.length && text[at] !== '\n') at += continuation(at) || 1;
  };

  const number = (): void => {
    const found = match(NUMBER);
    const groups = found?.groups ?? {};
    const digits = (found?.[0] ?? '').replaceAll("'", '');
    const digitsEnd = at + (found?.[0].length ?? 1);
    const suffix = match(SUFFIX, digitsEnd)?.[0] ?? '';
    const lower = suffix.toLowerCase();
    const end = digitsEnd + suffix.length;
    if (groups.float !== undefined) {
      push('float', end, Number(digits), lower === 'f' ? lower : suffix);
      return;
    }
    const octal = groups.int !== undefined && /^0\d/.test(digits);
    if (octal && /[89]/.test(digits)) push('bad', end, `${digits} is not an octal number`);
    else if (lower === 'f' && groups.int !== undefined) push('bad', end, 'a fraction needs a point: 1.0f');
    else {
      const value = BigInt(octal ? `0o${digits.slice(1)}` : digits);
      push('int', end, value, INT_SUFFIX.test(lower) ? lower : suffix);
    }
  };

  /** Reads a quoted text from `at` and gives its end and its characters; null when the line ends first. */
  const quoted = (quote: string): { end: number; chars: string } | null => {
    let i = at + 1;
    let chars = '';
    for (;;) {
      const c = text[i];
      if (c === undefined || c === '\n') return null;
      if (c === quote) return { end: i + 1, chars };
      const joined = continuation(i);
      if (joined > 0) {
        i += joined;
      } else if (c === '\\') {
        const found = match(ESCAPE, i);
        if (!found) return null;
        const [all, hex, octal, unicode, other = ''] = found;
        const code = hex ?? unicode;
        if (code !== undefined) chars += String.fromCharCode(Number.parseInt(code, 16));
        else if (octal !== undefined) chars += String.fromCharCode(Number.parseInt(octal, 8));
        else chars += String.fromCharCode(ESCAPES.get(other) ?? other.charCodeAt(0));
        i += all.length;
      } else {
        chars += c;
        i++;
      }
    }
  };
  const literal = (quote: string): void => {
    const found = quoted(quote);
    if (!found) {
      const start = at;
      skipLine();
      const end = at;
      at = start;
      push('bad', end, `this ${quote === '"' ? 'string' : 'character'} is not closed on its line`);
    } else if (quote === '"') {
      const suffix = match(SUFFIX, found.end)?.[0] ?? '';
      push('string', found.end + suffix.length, found.chars, suffix);
    } else if (found.chars.length === 1) {
      const code = found.chars.charCodeAt(0);
      push('char', found.end, code > 127 && code < 256 ? code - 256 : code);
    } else push('bad', found.end, 'a character literal holds one character');
  };

  /** `R"x(…)x"`, `u8"…"` and the wide literals: a word that a quote follows. */
  const prefixed = (word: string): void => {
    const start = at;
    at += word.length;
    if (word.endsWith('R')) {
      const open = match(RAW);
      const close = open === null ? -1 : text.indexOf(`)${open[1]}"`, at + open[0].length);
      const chars = open === null ? '' : text.slice(at + open[0].length, close);
      const end = open === null || close < 0 ? text.length : close + (open[1] ?? '').length + 2;
      at = start;
      if (close < 0) push('bad', end, 'this raw string is not closed');
      else if (word === 'R' || word === 'u8R') push('string', end, chars);
      else push('bad', end, 'wide string');
      return;
    }
    const found = quoted(text[at] as string);
    const end = found?.end ?? at + 1;
    at = start;
    if (word === 'u8' && text[start + word.length] === '"' && found) push('string', end, found.chars);
    else push('bad', end, 'wide string');
  };

  while (at < text.length) {
    const c = text[at] as string;
    const joined = continuation(at);
    if (joined > 0) {
      at += joined;
      glued = false;
    } else if (c === '\n') {
      at++;
      lineStart = true;
      glued = false;
    } else if (c === ' ' || c === '\t' || c === '\r' || c === '\f' || c === '\v' || c === '\ufeff') {
      at++;
      glued = false;
    } else if (c === '/' && text[at + 1] === '/') {
      skipLine();
      glued = false;
    } else if (c === '/' && text[at + 1] === '*') {
      const close = text.indexOf('*/', at + 2);
      if (close < 0) push('bad', text.length, 'this comment is not closed');
      else {
        if (text.slice(at, close).includes('\n')) lineStart = true;
        at = close + 2;
        glued = false;
      }
    } else if ((c >= '0' && c <= '9') || (c === '.' && /\d/.test(text[at + 1] ?? ''))) {
      number();
    } else if (c === '"' || c === "'") {
      literal(c);
    } else {
      const word = match(WORD)?.[0];
      if (word !== undefined) {
        const next = text[at + word.length];
        const same = ALTERNATIVES.get(word);
        if ((next === '"' || next === "'") && /^(?:u8|[uUL])?R?$/.test(word)) {
          prefixed(word);
        } else if (same !== undefined) push('punct', at + word.length, null, '', same);
        else push(KEYWORDS.has(word) ? 'keyword' : 'id', at + word.length);
        continue;
      }
      const mark = PUNCTUATORS_BY_FIRST.get(c)?.find((p) => text.startsWith(p, at));
      if (mark === undefined) {
        push('bad', at + 1, `stray '${c}'`);
        continue;
      }
      const directive = c === '#' && lineStart;
      push('punct', at + mark.length);
      const header = directive ? match(HEADER) : null;
      if (header?.[1] !== undefined) {
        at = text.indexOf('include', at);
        push('keyword', at + 'include'.length);
        at = text.indexOf('<', at);
        push('header', at + header[1].length);
      }
    }
  }
  lineStart = true;
  glued = false;
  push('end', at);
  return tokens;
}
