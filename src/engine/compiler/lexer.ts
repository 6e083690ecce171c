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
  /** What follows a number: 'u', 'ull', 'ms'. Lower case for the standard ones. Of an operator, the word that it was written as: 'and'. */
  readonly suffix: string;
}

export const KEYWORDS = new Set(
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
/** Of letters: no-break spaces, typographic quotes and signs that nobody sees are none ([lex.name]). */
const LETTER =
  'A-Za-z_$\\u00aa\\u00b5\\u00ba\\u00c0-\\u00d6\\u00d8-\\u00f6\\u00f8-\\u167f\\u1681-\\u1fff\\u2070-\\u2fff\\u3005-\\ufefe\\uff00-\\uffff';
const WORD = new RegExp(`[${LETTER}][${LETTER}0-9]*`, 'y');
const NUMBER =
  /0[xX](?<hex>[0-9a-fA-F']+)|0[bB](?<bin>[01']+)|(?<float>(?:\d[\d']*\.(?!\.)[\d']*|\.\d[\d']*)(?:[eE][+-]?\d+)?|\d[\d']*[eE][+-]?\d+)|(?<int>\d[\d']*)/y;
const SUFFIX = /[A-Za-z_][A-Za-z0-9_]*/y;
const ESCAPE = /\\(?:x([0-9a-fA-F]+)|([0-7]{1,3})|u([0-9a-fA-F]{4})|([\s\S]))/y;
const RAW = /"([^()\\\s"]{0,16})\(/y;
const HEADER = /[ \t]*include[ \t]*(<[^>\n]*>)/y;
const INT_SUFFIX = /^(?:|u|l|ll|z|ul|ull|uz|lu|llu|zu)$/;

/** 'x', and of what nobody could see its number. */
const named = (c: string): string =>
  /[\p{L}\p{M}\p{N}\p{P}\p{S}]/u.test(c)
    ? `'${c}'`
    : `character U+${c.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;

export const lex = (text: string): Token[] => new Lexer(text).tokens;

class Lexer {
  readonly tokens: Token[] = [];
  private readonly text: string;
  private at = 0;
  /** What the next token has before it: a line break, or nothing at all. */
  private lineStart = true;
  private glued = false;

  constructor(text: string) {
    this.text = text;
    while (this.at < text.length) if (!this.blank()) this.token(text[this.at] as string);
    this.lineStart = true;
    this.glued = false;
    this.push('end', this.at);
  }

  private push(kind: TokenKind, end: number, value: Token['value'] = null, suffix = '', as = ''): void {
    const { text, at, glued, lineStart } = this;
    this.tokens.push({
      kind,
      text: as || text.slice(at, end),
      start: at,
      end,
      glued,
      lineStart,
      value,
      suffix,
    });
    this.at = end;
    this.lineStart = false;
    this.glued = true;
  }

  private match(pattern: RegExp, from = this.at): RegExpExecArray | null {
    pattern.lastIndex = from;
    return pattern.exec(this.text);
  }

  /** Number of characters of a line break escaped by a backslash at `i`, or 0. */
  private continuation(i: number): number {
    const { text } = this;
    return text[i] !== '\\' ? 0 : text[i + 1] === '\n' ? 2 : text.startsWith('\r\n', i + 1) ? 3 : 0;
  }

  /** Where the line that `from` is in ends. */
  private lineEnd(from: number): number {
    const { text } = this;
    let end = from;
    while (end < text.length && text[end] !== '\n') end += this.continuation(end) || 1;
    return end;
  }

  /** Goes over a blank, a line break or a comment; false where there is none. */
  private blank(): boolean {
    const { text, at } = this;
    const c = text[at];
    const joined = this.continuation(at);
    if (joined > 0) this.at += joined;
    else if (c === '\n') {
      this.at++;
      this.lineStart = true;
    } else if (c === ' ' || c === '\t' || c === '\r' || c === '\f' || c === '\v' || c === '\ufeff') this.at++;
    else if (c === '/' && text[at + 1] === '/') this.at = this.lineEnd(at);
    else if (c === '/' && text[at + 1] === '*') return this.comment();
    else return false;
    this.glued = false;
    return true;
  }

  private comment(): true {
    const { text, at } = this;
    const close = text.indexOf('*/', at + 2);
    if (close < 0) this.push('bad', text.length, 'this comment is not closed');
    else {
      if (text.slice(at, close).includes('\n')) this.lineStart = true;
      this.at = close + 2;
      this.glued = false;
    }
    return true;
  }

  private token(c: string): void {
    const { text, at } = this;
    if ((c >= '0' && c <= '9') || (c === '.' && /\d/.test(text[at + 1] ?? ''))) this.number();
    else if (c === '"' || c === "'") this.literal(c);
    else {
      const word = this.match(WORD)?.[0];
      if (word === undefined) this.punctuator(c);
      else this.word(word);
    }
  }

  private number(): void {
    const { at } = this;
    const found = this.match(NUMBER);
    const groups = found?.groups ?? {};
    const digits = (found?.[0] ?? '').replaceAll("'", '');
    const digitsEnd = at + (found?.[0].length ?? 1);
    const suffix = this.match(SUFFIX, digitsEnd)?.[0] ?? '';
    const lower = suffix.toLowerCase();
    const end = digitsEnd + suffix.length;
    if (groups.float !== undefined) {
      this.push('float', end, Number(digits), lower === 'f' ? lower : suffix);
      return;
    }
    const octal = groups.int !== undefined && /^0\d/.test(digits);
    if (octal && /[89]/.test(digits)) this.push('bad', end, `${digits} is not an octal number`);
    else if (lower === 'f' && groups.int !== undefined)
      this.push('bad', end, 'a fraction needs a point: 1.0f');
    else {
      const value = BigInt(octal ? `0o${digits.slice(1)}` : digits);
      this.push('int', end, value, INT_SUFFIX.test(lower) ? lower : suffix);
    }
  }

  /** Reads the text within quotes from `from` on, and gives its end and its characters; null when the line ends first. */
  private quoted(from: number): { end: number; chars: string } | null {
    const { text } = this;
    const quote = text[from];
    let i = from + 1;
    let chars = '';
    for (;;) {
      const c = text[i];
      if (c === undefined || c === '\n') return null;
      if (c === quote) return { end: i + 1, chars };
      const joined = this.continuation(i);
      if (joined > 0) {
        i += joined;
      } else if (c === '\\') {
        const found = this.match(ESCAPE, i);
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
  }

  private literal(quote: string, from = this.at): void {
    const found = this.quoted(from);
    if (!found) {
      const what = quote === '"' ? 'string' : 'character';
      this.push('bad', this.lineEnd(this.at), `this ${what} is not closed on its line`);
    } else if (quote === '"') {
      const suffix = this.match(SUFFIX, found.end)?.[0] ?? '';
      this.push('string', found.end + suffix.length, found.chars, suffix);
    } else if ([...found.chars].length === 1) {
      const code = found.chars.codePointAt(0) ?? 0;
      this.push('char', found.end, from === this.at && code > 127 && code < 256 ? code - 256 : code);
    } else this.push('bad', found.end, 'a character literal holds one character');
  }

  private word(word: string): void {
    const end = this.at + word.length;
    const next = this.text[end];
    const same = ALTERNATIVES.get(word);
    if ((next === '"' || next === "'") && /^(?:u8|[uUL])?R?$/.test(word)) this.prefixed(word);
    else if (same !== undefined) this.push('punct', end, null, word, same);
    else this.push(KEYWORDS.has(word) ? 'keyword' : 'id', end);
  }

  /** `R"x(…)x"`, `u8"…"` and the wide literals: a word that a quote follows. */
  private prefixed(word: string): void {
    const { text } = this;
    const from = this.at + word.length;
    if (word.endsWith('R')) {
      const open = this.match(RAW, from);
      const close = open === null ? -1 : text.indexOf(`)${open[1]}"`, from + open[0].length);
      const chars = open === null ? '' : text.slice(from + open[0].length, close);
      const end = open === null || close < 0 ? text.length : close + (open[1] ?? '').length + 2;
      if (close < 0) this.push('bad', end, 'this raw string is not closed');
      else this.push('string', end, chars);
      return;
    }
    this.literal(text[from] as string, from);
  }

  private punctuator(c: string): void {
    const { text, at } = this;
    const mark = PUNCTUATORS_BY_FIRST.get(c)?.find((p) => text.startsWith(p, at));
    if (mark === undefined) {
      this.push('bad', at + 1, `stray ${named(c)}`);
      return;
    }
    const directive = c === '#' && this.lineStart;
    this.push('punct', at + mark.length);
    const header = directive ? this.match(HEADER) : null;
    if (header?.[1] === undefined) return;
    this.at = text.indexOf('include', this.at);
    this.push('keyword', this.at + 'include'.length);
    this.at = text.indexOf('<', this.at);
    this.push('header', this.at + header[1].length);
  }
}
