/** The parser's place in the tokens: looking, consuming, ranges, trying, and skipping to where a mistake cannot follow. */
import type { Span } from '../../bytecode/program';
import { CompileError, type Diagnostic, fail, passing, unsupported } from '../diagnostics';
import { KEYWORDS, type Token } from '../lexer';
import type { ParserScope, Scope } from './scope';

const CLOSER = new Map([
  ['(', ')'],
  ['[', ']'],
  ['{', '}'],
]);

/** How deep brackets, statements, types and operators may nest, and how many operators one chain may have. */
export const MOST_NESTING = 256;
const MOST_CHAINED = 1000;
/** Of one file: who has more reads the first ones. */
const MOST_DIAGNOSTICS = 100;

export abstract class Cursor {
  readonly diagnostics: Diagnostic[] = [];
  protected readonly tokens: readonly Token[];
  protected readonly file: number;
  protected readonly env: ParserScope;
  protected scope: Scope;
  /** Index of the next token. */
  protected pos = 0;
  private depth = 0;
  /** What `closerOf` has found: who recovers from many faults asks again and again. */
  private readonly closers = new Map<number, number>();

  constructor(tokens: readonly Token[], file: number, env: ParserScope) {
    this.tokens = tokens;
    this.file = file;
    this.env = env;
    this.scope = env.global;
  }

  protected get token(): Token {
    return this.tokens[this.pos] as Token;
  }
  protected get text(): string {
    return (this.tokens[this.pos] as Token).text;
  }
  /** The token `n` places further on; the end token when there is none. */
  protected ahead(n: number): Token {
    return (this.tokens[this.pos + n] ?? this.tokens.at(-1)) as Token;
  }
  protected is(text: string): boolean {
    return this.text === text && !this.isName;
  }
  /** Whether a word of C++ stands at the cursor that is a name in C. */
  private get isName(): boolean {
    return this.token.kind === 'id' && KEYWORDS.has(this.text);
  }
  /** The word or punctuator at the cursor; '' for such a name. */
  protected get word(): string {
    return this.isName ? '' : this.text;
  }
  protected get atEnd(): boolean {
    return this.token.kind === 'end';
  }
  protected get atId(): boolean {
    return this.token.kind === 'id';
  }

  protected next(): Token {
    const token = this.token;
    if (token.kind !== 'end') this.pos++;
    return token;
  }
  protected accept(text: string): boolean {
    if (!this.is(text)) return false;
    this.pos++;
    return true;
  }
  protected expect(text: string, after = ''): Token {
    if (this.text === text) return this.next();
    const message = `expected '${text}'${after && ` ${after}`}`;
    if (text !== ';') fail(this.here(), `${message}, not ${this.describe()}`);
    // A missing `;` belongs to the line before, not to the token that shows it; at the end of a line nothing else is lost.
    const last = this.tokens[this.pos - 1] ?? this.token;
    const span = this.spanOf(last);
    const code = 'missing-semicolon';
    if (!this.token.lineStart && !this.is('}')) fail(span, message, '', code);
    this.report({ span, message, hint: '', unsupported: false, code });
    return last;
  }
  protected expectId(what: string): Token {
    if (this.token.kind !== 'id') fail(this.here(), `expected ${what}, not ${this.describe()}`);
    return this.next();
  }
  protected describe(): string {
    return this.atEnd ? 'the end of the file' : `'${this.text}'`;
  }

  protected here(): Span {
    return { file: this.file, start: this.token.start, end: this.token.end };
  }
  protected spanOf(token: Token): Span {
    return { file: this.file, start: token.start, end: token.end };
  }
  /** From the token at index `start` to the last one consumed. */
  protected since(start: number): Span {
    const first = this.tokens[start] as Token;
    const last = this.tokens[Math.max(this.pos - 1, start)] as Token;
    return { file: this.file, start: first.start, end: Math.max(last.end, first.end) };
  }

  /** Runs `parse`; if the source does not fit, goes back and answers null. What is unsupported stays so: no second reading helps. */
  protected attempt<T>(parse: () => T): T | null {
    const { pos, scope } = this;
    try {
      return parse();
    } catch (error) {
      if (!(error instanceof CompileError) || error.diagnostic.unsupported) throw error;
      this.pos = pos;
      this.scope = scope;
      return null;
    }
  }
  /** Runs `parse` and goes back, whatever came. */
  protected peeking<T>(parse: () => T): T {
    const { pos, scope } = this;
    try {
      return parse();
    } finally {
      this.pos = pos;
      this.scope = scope;
    }
  }
  /** Runs `parse` one level further down: the parser and all that walks the tree after it need no more stack than they have. */
  protected deeper<T>(parse: () => T): T {
    if (this.depth >= MOST_NESTING)
      unsupported(
        this.here(),
        `nesting deeper than ${MOST_NESTING} levels`,
        'put parts of it into functions',
      );
    this.depth++;
    try {
      return parse();
    } finally {
      this.depth--;
    }
  }
  /** Of the chain of operators that began at token `start`, this is number `n`. */
  protected chained(n: number, start: number): void {
    if (n > MOST_CHAINED)
      unsupported(
        this.since(start),
        `a chain of more than ${MOST_CHAINED} operators`,
        'write several statements',
      );
  }
  /** Runs `parse` in `scope` and returns to the present one. */
  protected within<T>(scope: Scope, parse: () => T): T {
    const outer = this.scope;
    this.scope = scope;
    try {
      return parse();
    } finally {
      this.scope = outer;
    }
  }

  /** Runs `parse`; a mistake in it is reported, and parsing goes on behind the statement or declaration it began. */
  protected recovering(parse: () => void): void {
    const { pos, scope } = this;
    try {
      parse();
    } catch (error) {
      if (!(error instanceof CompileError)) throw passing(error, this.here());
      this.report(error.diagnostic);
      this.scope = scope;
      const failed = this.pos;
      this.pos = pos;
      if (this.diagnostics.length < MOST_DIAGNOSTICS) this.skipStatement(failed);
      else this.giveUp(failed);
    }
  }
  /** Too many faults: what is left is not read. */
  private giveUp(failed: number): void {
    this.pos = this.tokens.length - 1;
    const { start, end } = this.tokens[Math.min(failed, this.pos)] ?? this.token;
    const message = `more than ${MOST_DIAGNOSTICS} errors: what follows was not read`;
    this.report({ span: { file: this.file, start, end }, message, hint: '', unsupported: false });
  }
  protected report(diagnostic: Diagnostic): void {
    const { span, message } = diagnostic;
    const same = (d: Diagnostic) => d.message === message && d.span.start === span.start;
    if (this.diagnostics.length <= MOST_DIAGNOSTICS && !this.diagnostics.some(same))
      this.diagnostics.push(diagnostic);
  }

  /** To the end of the statement at `pos`, which reaches at least to `failed`; always forward unless at a `}`. */
  private skipStatement(failed: number): void {
    const start = this.pos;
    while (!this.atEnd && !this.is('}')) {
      const { text } = this;
      const close = CLOSER.has(text) ? this.closerOf(this.pos) : 0;
      this.pos = Math.max(this.pos, close) + 1;
      if (this.pos < failed) continue;
      if (text === ';') return;
      // A block ends a statement, unless the statement plainly goes on.
      if (text === '{' && close > 0 && !/^(?:[;,).[(]|else|catch|while)$/.test(this.text)) return;
    }
    if (this.pos === start && !this.atEnd && this.scope === this.env.global) this.pos++;
  }
  /** Index of the token that closes the bracket at `open`; 0 if none does, or if a `;` shows that it was forgotten. */
  private closerOf(open: number): number {
    let closer = this.closers.get(open);
    if (closer === undefined) {
      closer = this.findCloser(open);
      this.closers.set(open, closer);
    }
    return closer;
  }
  private findCloser(open: number): number {
    const wanted: string[] = [];
    const isFor = this.tokens[open - 1]?.text === 'for';
    for (let at = open; ; at++) {
      const { text, kind } = this.tokens[at] as Token;
      const closer = CLOSER.get(text);
      if (closer) wanted.push(closer);
      else if (kind === 'end') return 0;
      else if (text === ')' || text === ']' || text === '}') {
        if (wanted.pop() !== text) return 0;
        if (wanted.length === 0) return at;
      } else if (text === ';' && wanted.at(-1) !== '}' && !isFor) return 0;
    }
  }
  /** Over the bracketed group that begins here. Inside braces only braces count: a body with a mistake still ends. */
  protected skipBalanced(): void {
    const open: Token[] = [];
    do {
      const { text } = this;
      const closer = CLOSER.get(open.at(-1)?.text ?? '');
      if (open.length === 0 && !CLOSER.has(text))
        fail(this.here(), `expected an opening bracket, not ${this.describe()}`);
      if (text === closer) open.pop();
      else if (this.atEnd || text === '}')
        fail(this.spanOf(open.at(-1) ?? this.token), `this '${open.at(-1)?.text}' is not closed`);
      else if (text === '{' || (closer !== '}' && CLOSER.has(text))) open.push(this.token);
      this.pos++;
    } while (open.length > 0);
  }
  /** Where the operands of the `alignas(…)` stand that `skipAttributes` met and nobody has taken. */
  protected alignments: number[] = [];
  /** `[[…]]`, `alignas(…)` and `__attribute__((…))`; only the alignment is remembered. */
  protected skipAttributes(): void {
    for (;;) {
      if (this.is('[') && this.ahead(1).text === '[') this.skipBalanced();
      else if (/^(?:alignas|__attribute__|__attribute)$/.test(this.text) && this.ahead(1).text === '(') {
        const words = this.is('alignas') ? [] : [this.ahead(3).text, this.ahead(4).text];
        if (this.is('alignas')) this.alignments.push(this.pos + 2);
        else if (/^(?:__)?aligned(?:__)?$/.test(words[0] ?? '') && words[1] === '(')
          this.alignments.push(this.pos + 5);
        this.pos++;
        this.skipBalanced();
      } else return;
    }
  }
}
