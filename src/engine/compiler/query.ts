/**
 * A query about a text: whether a line of it can be reached, or whether something can hold there or at its end. It is asked by writing
 * calls of `__ask` into a copy of the text, where statements begin: what is asked sees the names that the statement sees. What it
 * reads is read in a step of its own, since others may write it; all other steps of the copy are those of the text.
 */
import type { Span } from '../bytecode/program';
import type { Decl, FunctionDecl, Stmt, TranslationUnit } from './ast';
import { CompileError, fail } from './diagnostics';
import { lex } from './lexer';

export interface Query {
  /** From 1; null: where the function that is run ends. */
  readonly line: number | null;
  /** An expression that is true there; null: whether anybody comes there. */
  readonly condition: string | null;
  /** How it reads atomics. sc, which is usual: all of them at one moment. rc11: each by a relaxed load, since no moment is the same for all. */
  readonly memory?: 'sc' | 'rc11';
}

/** The text of the assertion that fails where the answer is yes. */
export const ANSWER = 'the answer is yes';

export interface Written {
  readonly text: string;
  /** Where a place of it is in the text that was asked about. */
  readonly placeOf: (at: number) => number;
}

interface Place {
  readonly start: number;
  /** The statement ends there, and stands alone where only one statement can: it needs braces. */
  readonly braces: number | null;
}

interface Insertion {
  readonly at: number;
  readonly text: string;
}

/** Fails where it cannot be asked. */
export function ask(text: string, unit: TranslationUnit, query: Query, entry: string): Written {
  const { line, condition, memory = 'sc' } = query;
  const call = `${memory === 'rc11' ? '__ask_weak' : '__ask'}(${condition === null ? 'true' : oneCondition(condition)});`;
  const places = line === null ? endsOf(unit, entry) : statementIn(text, unit, line);
  if (places.length === 0)
    return line === null
      ? fail(NOWHERE, `${entry} has no end to ask at`)
      : fail(NOWHERE, `no statement begins in line ${line}`, 'ask at a line with one');
  return written(
    text,
    places.flatMap(({ start, braces }) =>
      braces === null
        ? [{ at: start, text: call }]
        : [
            { at: start, text: `{${call}` },
            { at: braces, text: '}' },
          ],
    ),
  );
}
const NOWHERE: Span = { file: 0, start: 0, end: 0 };

/** The condition without comments, on one line: nothing of it reaches into what stands behind it. */
function oneCondition(condition: string): string {
  const refuse = (): never => fail(NOWHERE, `\`${condition}\` is not one condition`, 'as x == 1 && y == 2');
  let open = 0;
  let one = '';
  for (const { kind, text, start, end, glued } of lexed(condition)) {
    if (kind === 'end') continue;
    open += text === '(' ? 1 : text === ')' ? -1 : 0;
    if (open < 0 || [';', '{', '}', '#'].includes(text)) refuse();
    one += `${glued ? '' : ' '}${condition.slice(start, end).replaceAll('\n', ' ')}`;
  }
  return open !== 0 || one === '' ? refuse() : one.trim();
}

/** What is wrong in it has no place in the text. */
function lexed(condition: string): ReturnType<typeof lex> {
  try {
    return lex(condition);
  } catch (error) {
    if (error instanceof CompileError) fail(NOWHERE, error.message, error.diagnostic.hint);
    throw error;
  }
}

/** The text with more in it. */
function written(text: string, insertions: readonly Insertion[]): Written {
  let copy = '';
  let from = 0;
  const made = insertions
    // Those at the same place in the order given.
    .toSorted((a, b) => a.at - b.at)
    .map(({ at, text: more }) => {
      copy += text.slice(from, at);
      from = at;
      const start = copy.length;
      copy += more;
      return { at, start, length: more.length };
    });
  return {
    text: copy + text.slice(from),
    placeOf: (place) => {
      let before = 0;
      for (const { at, start, length } of made) {
        if (place <= start) break;
        if (place < start + length) return at;
        before += length;
      }
      return place - before;
    },
  };
}

/** The first statement that begins in a line. */
function statementIn(text: string, unit: TranslationUnit, line: number): readonly Place[] {
  const lines = text.split('\n');
  const from = lines.slice(0, line - 1).reduce((at, each) => at + each.length + 1, 0);
  const to = from + (lines[line - 1] ?? '').length;
  let first: Place | null = null;
  eachStatement(unit.decls, ANYWHERE, (statement, alone) => {
    const { span, kind } = statement;
    if (span.file !== 0 || span.start < from || span.start > to) return;
    if (kind === 'case' || kind === 'label' || kind === 'block' || kind === 'empty') return;
    if (first === null || span.start < first.start) first = placeAt(statement, alone);
  });
  return first === null ? [] : [first];
}

/** Before each return of a function itself, and its closing brace. */
function endsOf({ decls }: TranslationUnit, entry: string): readonly Place[] {
  const body = bodyOf(decls, entry.split('::'));
  if (body === null) return [];
  const ends: Place[] = [];
  eachStatement(body, ITS_OWN, (statement, alone) => {
    if (statement.kind === 'return') ends.push(placeAt(statement, alone));
  });
  if (body.body.at(-1)?.kind !== 'return') ends.push({ start: body.end.start, braces: null });
  return ends;
}

/** Of the function with that name, as the checker finds it: in namespaces, not in classes. */
function bodyOf(decls: readonly Decl[], path: readonly string[]): FunctionDecl['body'] {
  for (const decl of decls) {
    let found: FunctionDecl['body'] = null;
    if (decl.kind === 'function' && decl.name.parts.map(({ id }) => id).join('::') === path.join('::'))
      found = decl.body;
    if (decl.kind === 'namespace') {
      const { path: named, inline, body } = decl;
      const inside = named.every((part, i) => part === path[i]) ? path.slice(named.length) : null;
      if (inside !== null) found = bodyOf(body, inside);
      if (inline) found ??= bodyOf(body, path);
    }
    if (found !== null) return found;
  }
  return null;
}

const placeAt = ({ span }: Stmt, alone: boolean): Place => ({
  start: span.start,
  braces: alone ? span.end : null,
});

/** `alone`: where only one statement can stand, as behind an if. `enters`: whether to look into a node. */
function eachStatement(
  root: unknown,
  enters: (node: object) => boolean,
  visit: (statement: Stmt, alone: boolean) => void,
): void {
  eachNode(root, enters, (node) => {
    const { kind, body, then: yes, else: no } = node as Partial<Record<string, unknown>>;
    if (kind === 'block') for (const each of body as readonly Stmt[]) visit(each, false);
    else if (LOOPS_AND_BRANCHES.has(String(kind)))
      for (const each of [body, yes, no] as readonly (Stmt | null | undefined)[])
        if (each != null && each.kind !== 'block') visit(each, true);
  });
}
const LOOPS_AND_BRANCHES: ReadonlySet<string> = new Set(['if', 'while', 'do', 'for', 'rangeFor']);

const ANYWHERE = (): boolean => true;
/** Not into functions that stand in a function. */
const ITS_OWN = (node: object): boolean =>
  !['lambda', 'function', 'class'].includes(String((node as { kind?: unknown }).kind));

function eachNode(node: unknown, enters: (node: object) => boolean, visit: (node: object) => void): void {
  if (Array.isArray(node)) for (const each of node) eachNode(each, enters, visit);
  else if (typeof node === 'object' && node !== null && enters(node)) {
    visit(node);
    for (const [key, each] of Object.entries(node)) if (key !== 'span') eachNode(each, enters, visit);
  }
}
