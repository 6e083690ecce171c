/**
 * The preprocessor: characters to tokens by the lexer, directives here, macros in macros.ts, the conditions of #if in condition.ts.
 * There is one file and the standard headers: an #include is collected, and the names of headers come from the scope they are parsed in.
 */
import type { Span } from '../../bytecode/program';
import { CompileError, type Diagnostic } from '../diagnostics';
import { lex, type Token } from '../lexer';
import { Condition } from './condition';
import { Expander, type Macros } from './macros';

export interface SourceText {
  readonly text: string;
  /** Index into Program.sources: becomes Span.file. */
  readonly file: number;
  /** Its name says that it is C. */
  readonly isC?: boolean;
  /** As gcc compiles C of itself, with extensions: `linux` and `unix` are macros, which -std=c++20 leaves alone. */
  readonly isGnu?: boolean;
}
export interface Include {
  /** 'mutex' for `#include <mutex>` */
  readonly header: string;
  /** In quotes: a file beside this one is meant first. */
  readonly quoted: boolean;
  readonly span: Span;
}
export interface Preprocessed {
  /** Ends with the one `end` token; adjacent strings are joined. */
  readonly tokens: Token[];
  readonly includes: Include[];
  readonly diagnostics: Diagnostic[];
  /** A macro was used wrongly: what it stands for is missing, and what the parser would say of the rest means nothing. */
  readonly broken: boolean;
}

/** Of one file. What is longer is no program to be explored, and would keep an editor waiting. */
const MOST_TOKENS = 100_000;

/** One open `#if`: whether its present branch is read, and whether some branch has been. */
interface Branch {
  readonly at: Token;
  readonly outer: boolean;
  active: boolean;
  taken: boolean;
}

/** `isHeader` answers __has_include. */
export function preprocess(
  source: SourceText,
  macros: Macros,
  isHeader: (name: string) => boolean = () => false,
): Preprocessed {
  return new Preprocessor(source, macros, isHeader).run();
}

class Preprocessor {
  private readonly source: SourceText;
  private readonly macros: Macros;
  private readonly isHeader: (name: string) => boolean;
  private readonly expander: Expander;
  private readonly tokens: Token[] = [];
  private readonly includes: Include[] = [];
  private readonly diagnostics: Diagnostic[] = [];
  private readonly branches: Branch[] = [];
  private active = true;
  private broken = false;

  constructor(source: SourceText, macros: Macros, isHeader: (name: string) => boolean) {
    this.source = source;
    this.macros = macros;
    this.isHeader = isHeader;
    this.expander = new Expander(macros, source.file, source.text);
  }

  run(): Preprocessed {
    const raw = lex(this.source.text);
    if (this.source.isGnu)
      for (const system of ['linux', 'unix'])
        this.macros.set(system, { params: null, variadic: false, body: lex('1').slice(0, -1) });
    const beyond = raw[MOST_TOKENS];
    const last = raw.at(-1);
    if (beyond !== undefined && last !== undefined) {
      this.report(
        this.span(beyond),
        `a file of more than ${MOST_TOKENS} tokens is not supported`,
        'leave out what does not concern the threads',
        true,
      );
      return { tokens: [last], includes: [], diagnostics: this.diagnostics, broken: true };
    }
    /** Text between two directives: a use of a macro may go over several lines. */
    let text: Token[] = [];
    for (let i = 0; i < raw.length; ) {
      const token = raw[i++] as Token;
      const imported = token.lineStart && this.active ? this.imported(raw, i) : 0;
      if (imported > 0) {
        i += imported;
        continue;
      }
      const isDirective = token.text === '#' && token.lineStart;
      if (isDirective || token.kind === 'end') {
        for (const made of this.expanded(text)) this.emit(made);
        text = [];
      }
      if (isDirective) {
        const from = i;
        while (!raw[i]?.lineStart) i++;
        this.directive(token, raw.slice(from, i));
      } else if (token.kind === 'end') {
        const open = this.branches.at(-1);
        if (open) this.report(this.span(open.at), 'this #if has no #endif');
        this.tokens.push(token);
      } else if (this.active) text.push(token);
    }
    const { tokens, includes, diagnostics, broken } = this;
    return { tokens, includes, diagnostics, broken };
  }

  /** `import std;` and `import <vector>;` bring what the header does. How many tokens follow the word; 0 where it names something else. */
  private imported(raw: readonly Token[], from: number): number {
    if (!/^import$/.test(raw[from - 1]?.text ?? '')) return 0;
    const end = raw.findIndex((t, i) => i >= from && (t.lineStart || t.text === ';'));
    const last = raw[end];
    const name = raw
      .slice(from, end)
      .map((t) => t.text)
      .join('');
    const header = /^std(?:\.compat)?$/.test(name) ? 'bits/stdc++.h' : /^<(.+)>$/.exec(name)?.[1];
    if (header === undefined || last?.text !== ';') return 0;
    this.includes.push({ header, quoted: false, span: this.span(raw[from - 1] as Token, last) });
    return end + 1 - from;
  }

  private span(from: Token, to = from): Span {
    return { file: this.source.file, start: from.start, end: to.end };
  }
  private report(where: Span, message: string, hint = '', unsupported = false): void {
    this.diagnostics.push({ span: where, message, hint, unsupported });
  }
  /** What the tokens become; nothing, with a diagnostic, where a macro is used wrongly. */
  private expanded(tokens: readonly Token[]): readonly Token[] {
    return this.guarded([], () => this.expander.expand(tokens));
  }
  private guarded<T>(otherwise: T, run: () => T): T {
    try {
      return run();
    } catch (error) {
      if (!(error instanceof CompileError)) throw error;
      this.diagnostics.push(error.diagnostic);
      this.broken = true;
      return otherwise;
    }
  }

  private emit(token: Token): void {
    const { tokens } = this;
    const last = tokens.at(-1);
    if (token.kind === 'bad') {
      this.report(this.span(token), String(token.value));
      // An expression keeps its shape: something of the same kind stands for the broken literal.
      if (token.text.includes('"')) tokens.push({ ...token, kind: 'string', value: '' });
      else if (token.text.startsWith("'")) tokens.push({ ...token, kind: 'char', value: 0 });
      else if (/^\d/.test(token.text)) tokens.push({ ...token, kind: 'int', value: 0n, suffix: '' });
    } else if (token.kind === 'string' && last?.kind === 'string') {
      tokens[tokens.length - 1] = {
        ...last,
        text: last.text + token.text,
        end: Math.max(token.end, last.end),
        value: `${last.value}${token.value}`,
        suffix: last.suffix || token.suffix,
      };
    } else tokens.push(token);
  }

  private directive(mark: Token, line: readonly Token[]): void {
    const [word, ...rest] = line;
    const kind = word?.text ?? '';
    if (/^(?:if|ifdef|ifndef|elif|else|endif)$/.test(kind)) this.branch(kind, rest, mark);
    else if (this.active) this.command(kind, mark, line);
  }

  private branch(kind: string, line: readonly Token[], mark: Token): void {
    if (kind === 'if' || kind === 'ifdef' || kind === 'ifndef') {
      const holds =
        this.active &&
        (kind === 'if' ? this.condition(line, mark) : this.isDefined(line[0]) === (kind === 'ifdef'));
      this.branches.push({ at: mark, outer: this.active, active: holds, taken: holds });
    } else {
      const open = this.branches.at(-1);
      if (!open) this.report(this.span(mark), `#${kind} without #if`);
      else if (kind === 'endif') this.branches.pop();
      else {
        open.active = open.outer && !open.taken && (kind === 'else' || this.condition(line, mark));
        open.taken ||= open.active;
      }
    }
    const inner = this.branches.at(-1);
    this.active = inner === undefined || (inner.outer && inner.active);
  }
  private isDefined(name: Token | undefined): boolean {
    const id = name?.text ?? '';
    return (
      this.macros.has(id) || /^__(?:LINE|FILE|COUNTER)__$|^__has_(?:include|cpp_attribute|builtin)$/.test(id)
    );
  }
  private condition(line: readonly Token[], mark: Token): boolean {
    return this.guarded(false, () => {
      const expanded = this.expander.expand(this.questions(line));
      return new Condition(expanded, this.span(mark, line.at(-1) ?? mark)).holds();
    });
  }
  /** `defined X` and `__has_…(…)` as numbers: they are read before macros are replaced. */
  private questions(line: readonly Token[]): Token[] {
    const out: Token[] = [];
    for (let i = 0; i < line.length; i++) {
      const token = line[i] as Token;
      const answer = (yes: boolean): void => {
        out.push({ ...token, kind: 'int', text: yes ? '1' : '0', value: yes ? 1n : 0n, suffix: '' });
      };
      const bracket = line[i + 1]?.text === '(';
      if (token.text === 'defined') {
        answer(this.isDefined(line[i + (bracket ? 2 : 1)]));
        i += bracket ? 3 : 1;
      } else if (bracket && token.text.startsWith('__has_')) {
        const from = i + 2;
        for (i = from; i < line.length && line[i]?.text !== ')'; ) i++;
        const words = line.slice(from, i).map((t) => t.text);
        answer(token.text === '__has_include' && this.isHeader(words.join('').slice(1, -1)));
      } else out.push(token);
    }
    return out;
  }

  private command(kind: string, mark: Token, line: readonly Token[]): void {
    const [, ...rest] = line;
    const [first] = rest;
    const whole = this.span(mark, line.at(-1) ?? mark);
    switch (kind) {
      case '':
      case 'pragma':
      case 'line':
      case 'ident':
      case 'warning':
        return;
      case 'include':
        return this.include(rest, whole);
      case 'define':
        return this.define(rest, mark);
      case 'undef':
        this.macros.delete(first?.text ?? '');
        return;
      case 'error':
        this.broken = true;
        return this.report(whole, this.source.text.slice(first?.start ?? whole.start, whole.end));
      default:
        return this.report(whole, `#${kind} is not supported`, 'leave it out', true);
    }
  }
  private include([first]: readonly Token[], span: Span): void {
    const quoted = first?.kind === 'string';
    const header = quoted ? String(first.value) : (first?.text.slice(1, -1).trim() ?? '');
    if (quoted || first?.kind === 'header') this.includes.push({ header, quoted, span });
    else this.report(span, 'this form of #include is not supported', 'name the header: #include <…>', true);
  }
  private define(line: readonly Token[], mark: Token): void {
    const [name, open, ...more] = line;
    if (name?.kind !== 'id' && name?.kind !== 'keyword')
      return this.report(this.span(name ?? mark), '#define needs a name');
    if (open?.text !== '(' || !open.glued) {
      this.macros.set(name.text, { params: null, variadic: false, body: line.slice(1) });
      return;
    }
    const params: string[] = [];
    let at = 0;
    let variadic = false;
    for (; more[at]?.text !== ')'; at++) {
      const token = more[at];
      if (token === undefined) return this.report(this.span(mark, line.at(-1)), "the parameters need a ')'");
      if (token.text === '...') {
        // GNU: `args...` names them.
        if (params.length === 0 || more[at - 1]?.text === ',') params.push('__VA_ARGS__');
        variadic = true;
      } else if (token.kind === 'id' || token.kind === 'keyword') params.push(token.text);
      else if (token.text !== ',') return this.report(this.span(token), 'a parameter of a macro is a name');
    }
    this.macros.set(name.text, { params, variadic, body: more.slice(at + 1) });
  }
}
