/**
 * A question about a text: whether a line of it can be reached, or whether something can hold there or at its end. It is asked by writing a
 * call of `__ask` into a copy of the text, where a statement begins: what is asked sees the names that the statement sees. What it
 * reads is read in a step of its own, since others may write it; all other steps of the copy are those of the text.
 */
import type { Span } from '../bytecode/program';
import type { FunctionDecl, Stmt, TranslationUnit } from './ast';
import type { Diagnostic } from './diagnostics';

export interface Question {
  /** From 1; null: where the function that is run ends. */
  readonly line: number | null;
  /** An expression that is true there; null: whether anybody comes there. */
  readonly condition: string | null;
}

/** The text of the assertion that fails where the answer is yes. */
export const ANSWER = 'the answer is yes';

export interface Asked {
  readonly text: string;
  /** Where a place of it is in the text that was asked about. */
  readonly placeOf: (at: number) => number;
}

interface Place {
  readonly start: number;
  /** The statement ends there, and stands alone where only one statement can: it needs braces. */
  readonly braces: number | null;
}

export function ask(
  text: string,
  unit: TranslationUnit,
  { line, condition }: Question,
  entry: string,
): Asked | Diagnostic {
  const place = line === null ? endOf(unit, entry) : statementIn(text, unit, line);
  if (place === null)
    return {
      span: { file: 0, start: 0, end: 0 },
      message: line === null ? `${entry} has no end to ask at` : `no statement begins in line ${line}`,
      hint: line === null ? '' : 'ask at a line with one',
      unsupported: false,
    };
  const { start, braces } = place;
  const asks = `${braces === null ? '' : '{'}__ask(${(condition ?? 'true').replaceAll('\n', ' ')});`;
  const head = text.slice(0, start) + asks;
  const rest = braces === null ? text.slice(start) : `${text.slice(start, braces)}}${text.slice(braces)}`;
  const after = braces === null ? Number.POSITIVE_INFINITY : braces + asks.length;
  return {
    text: head + rest,
    placeOf: (at) =>
      at <= start ? at : at < head.length ? start : at <= after ? at - asks.length : at - asks.length - 1,
  };
}

/** The first statement that begins in a line. */
function statementIn(text: string, unit: TranslationUnit, line: number): Place | null {
  const lines = text.split('\n');
  const from = lines.slice(0, line - 1).reduce((at, each) => at + each.length + 1, 0);
  const to = from + (lines[line - 1] ?? '').length;
  let first: Place | null = null;
  eachStatement(unit, (statement, alone) => {
    const { span, kind } = statement;
    if (span.file !== 0 || span.start < from || span.start > to) return;
    if (kind === 'case' || kind === 'label' || kind === 'block' || kind === 'empty') return;
    if (first === null || span.start < first.start)
      first = { start: span.start, braces: alone ? span.end : null };
  });
  return first;
}

/** Before the last return of a function, or its closing brace. */
function endOf(unit: TranslationUnit, entry: string): Place | null {
  const name = entry.split('::').at(-1);
  let end: Span | undefined;
  eachNode(unit.decls, (node) => {
    const { kind, body, name: own } = node as Partial<FunctionDecl>;
    if (kind !== 'function' || body == null || own?.parts.at(-1)?.id !== name) return;
    const last = body.body.at(-1);
    end = last?.kind === 'return' ? last.span : body.end;
  });
  return end === undefined ? null : { start: end.start, braces: null };
}

/** `alone`: where only one statement can stand, as behind an if. */
function eachStatement(unit: TranslationUnit, visit: (statement: Stmt, alone: boolean) => void): void {
  eachNode(unit.decls, (node) => {
    const { kind, body, then: yes, else: no } = node as Partial<Record<string, unknown>>;
    if (kind === 'block') for (const each of body as readonly Stmt[]) visit(each, false);
    else if (LOOPS_AND_BRANCHES.has(String(kind)))
      for (const each of [body, yes, no] as readonly (Stmt | null | undefined)[])
        if (each != null && each.kind !== 'block') visit(each, true);
  });
}
const LOOPS_AND_BRANCHES: ReadonlySet<string> = new Set(['if', 'while', 'do', 'for', 'rangeFor']);

function eachNode(node: unknown, visit: (node: object) => void): void {
  if (Array.isArray(node)) for (const each of node) eachNode(each, visit);
  else if (typeof node === 'object' && node !== null) {
    visit(node);
    for (const [key, each] of Object.entries(node)) if (key !== 'span') eachNode(each, visit);
  }
}
