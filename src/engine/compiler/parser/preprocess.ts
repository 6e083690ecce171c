/**
 * The part of the preprocessor that small files use: #include is collected, object-like macros are replaced (the new tokens
 * keep the range of the use), #if knows defined names and numbers. Everything else is a diagnostic.
 */
import type { Span } from '../../bytecode/program';
import type { Diagnostic } from '../diagnostics';
import { lex, type Token } from '../lexer';

/** Macro name → replacement; null for a function-like macro, which has been reported where it was defined. */
export type Macros = Map<string, readonly Token[] | null>;

export interface SourceText {
  readonly text: string;
  /** Index into Program.sources: becomes Span.file. */
  readonly file: number;
}
export interface Include {
  /** 'mutex' for `#include <mutex>` */
  readonly header: string;
  readonly span: Span;
}
export interface Preprocessed {
  /** Ends with the one `end` token; adjacent strings are joined. */
  readonly tokens: Token[];
  readonly includes: Include[];
  readonly diagnostics: Diagnostic[];
}

/** One open `#if`: whether its present branch is read, and whether some branch has been. */
interface Branch {
  readonly at: Token;
  readonly outer: boolean;
  active: boolean;
  taken: boolean;
}

export function preprocess(source: SourceText, macros: Macros): Preprocessed {
  const raw = lex(source.text);
  const tokens: Token[] = [];
  const includes: Include[] = [];
  const diagnostics: Diagnostic[] = [];
  const branches: Branch[] = [];
  let active = true;

  const span = (from: Token, to = from): Span => ({ file: source.file, start: from.start, end: to.end });
  const report = (where: Span, message: string, hint = '', unsupported = false): void => {
    diagnostics.push({ span: where, message, hint, unsupported });
  };

  const emit = (token: Token): void => {
    const last = tokens.at(-1);
    if (token.kind === 'bad') {
      if (token.value === 'raw string' || token.value === 'wide string')
        report(span(token), `a ${token.value} is not supported`, 'write an ordinary "…" string', true);
      else report(span(token), String(token.value));
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
  };
  const expand = (token: Token, use: Token, busy: readonly string[]): void => {
    const body = token.kind === 'id' && !busy.includes(token.text) ? macros.get(token.text) : undefined;
    if (body) for (const part of body) expand(part, use, [...busy, token.text]);
    else if (token === use) emit(token);
    else emit({ ...token, start: use.start, end: use.end });
  };

  const branch = (kind: string, line: readonly Token[], mark: Token): void => {
    if (kind === 'if' || kind === 'ifdef' || kind === 'ifndef') {
      const holds =
        active && (kind === 'if' ? condition(line) : macros.has(line[0]?.text ?? '') === (kind === 'ifdef'));
      branches.push({ at: mark, outer: active, active: holds, taken: holds });
    } else {
      const open = branches.at(-1);
      if (!open) report(span(mark), `#${kind} without #if`);
      else if (kind === 'endif') branches.pop();
      else {
        open.active = open.outer && !open.taken && (kind === 'else' || condition(line));
        open.taken ||= open.active;
      }
    }
    active = branches.every((b) => b.active);
  };
  const condition = (line: readonly Token[]): boolean => {
    let at = 0;
    const or = (): boolean => {
      let value = and();
      while (line[at]?.text === '||') {
        at++;
        value = and() || value;
      }
      return value;
    };
    const and = (): boolean => {
      let value = one();
      while (line[at]?.text === '&&') {
        at++;
        value = one() && value;
      }
      return value;
    };
    const one = (): boolean => {
      const token = line[at++];
      if (token?.text === '!') return !one();
      if (token?.text === '(') {
        const value = or();
        at++;
        return value;
      }
      if (token?.text === 'defined') {
        const parens = line[at]?.text === '(';
        const name = line[at + (parens ? 1 : 0)]?.text ?? '';
        at += parens ? 3 : 1;
        return macros.has(name);
      }
      const value = token?.kind === 'id' ? macros.get(token.text)?.[0]?.value : token?.value;
      return typeof value === 'bigint' && value !== 0n;
    };
    const value = or();
    const rest = line[at];
    if (rest)
      report(
        span(rest),
        `'${rest.text}' in #if is not supported`,
        'test defined names: #if defined(NAME)',
        true,
      );
    return value;
  };

  const define = (line: readonly Token[], mark: Token): void => {
    const [name, ...body] = line;
    if (name?.kind !== 'id') {
      report(span(name ?? mark), '#define needs a name');
      return;
    }
    const functionLike = body[0]?.text === '(' && body[0].glued;
    if (functionLike) {
      report(
        span(mark, line.at(-1)),
        `the function-like macro ${name.text}(…) is not supported`,
        'write an inline function or a template instead',
        true,
      );
    }
    macros.set(name.text, functionLike ? null : body);
  };

  const directive = (mark: Token, line: readonly Token[]): void => {
    const [word, ...rest] = line;
    const kind = word?.text ?? '';
    if (/^(?:if|ifdef|ifndef|elif|else|endif)$/.test(kind)) branch(kind, rest, mark);
    else if (active) command(kind, mark, line);
  };
  const command = (kind: string, mark: Token, line: readonly Token[]): void => {
    const [, ...rest] = line;
    const [first] = rest;
    const whole = span(mark, line.at(-1) ?? mark);
    switch (kind) {
      case '':
      case 'pragma':
        return;
      case 'include':
        if (first?.kind === 'header') includes.push({ header: first.text.slice(1, -1).trim(), span: whole });
        else report(whole, 'including a file is not supported', 'put everything into one file', true);
        return;
      case 'define':
        define(rest, mark);
        return;
      case 'undef':
        macros.delete(first?.text ?? '');
        return;
      case 'error':
        report(whole, source.text.slice(first?.start ?? whole.start, whole.end));
        return;
      default:
        report(whole, `#${kind} is not supported`, 'leave it out', true);
    }
  };

  for (let i = 0; i < raw.length; ) {
    const token = raw[i++] as Token;
    if (token.text === '#' && token.lineStart) {
      const from = i;
      while (!raw[i]?.lineStart) i++;
      directive(token, raw.slice(from, i));
    } else if (token.kind === 'end') {
      const open = branches.at(-1);
      if (open) report(span(open.at), 'this #if has no #endif');
      tokens.push(token);
    } else if (active) expand(token, token, []);
  }
  return { tokens, includes, diagnostics };
}
