/** Where the program begins: the function that is run, and what it is called with ([basic.start.main]). */
import type { Span } from '../../bytecode/program';
import { fail } from '../diagnostics';
import type { Ex, Fn, GlobalVar } from '../typed';
import * as b from './build';
import type { Checker } from './context';
import type { Reporter } from './reporter';
import type { Entity, Scope } from './scope';
import { arrayOf, CHAR, type FunctionEntity, INT, pointerTo, type Type, wordsOf } from './types';

export function entryOf(cx: Checker, name: string, report: Reporter): Fn | null {
  const f = functionNamed(cx.global, name);
  if (f === undefined) {
    if (report.diagnostics.length === 0)
      report.add({
        span: { file: 0, start: 0, end: 0 },
        message: `there is no ${name} function`,
        hint: name === 'main' ? 'write int main() { … }' : `write void ${name}() { … }`,
        unsupported: false,
        ...(name === 'main' && { code: 'no-main' }),
      });
    return null;
  }
  return cx.use(cx.instance(f, null, f.decl.span), f.decl.name.span);
}

/** 'main', 'tests::transfer': not in a class; the one that has a body, where there are several. */
function functionNamed(global: Scope, name: string): FunctionEntity | undefined {
  const path = name.split('::');
  const last = path.pop() ?? '';
  let scope: Scope | undefined = global;
  for (const part of path) {
    const inner: Entity | undefined = scope?.names.get(part);
    scope = inner?.kind === 'namespace' ? inner.scope : undefined;
  }
  const e = scope?.names.get(last);
  const all = e?.kind === 'functions' ? e.list.filter(({ template }) => template === null) : [];
  return all.find(({ decl }) => decl.body !== null) ?? all[0];
}

/**
 * `main(int argc, char* argv[])`: the name of the program and what it was given, as texts that main may change ([basic.start.main]/2), the null
 * behind them, and an empty environment.
 */
export function argumentsOf(cx: Checker, main: Fn, args: readonly string[]): readonly Ex[] {
  const { span, paramTypes } = main;
  if (paramTypes.length === 0) return [];
  const pointer = pointerTo(CHAR);
  const first = (g: GlobalVar): Ex => cx.value(b.globalPlace(g, span));
  const texts = ['./main', ...args].map((text) => variable('', CHAR, characters(text, span), span));
  const none = b.constant(pointer, 0n, span);
  const argv = variable('argv', pointer, [...texts.map(first), none, none], span);
  cx.globals.unshift(...texts, argv);
  const index = b.int(texts.length + 1, span);
  const environment: Ex = {
    k: 'pointerAdd',
    pointer: first(argv),
    index,
    negate: false,
    type: pointerTo(pointer),
    cat: 'p',
    span,
  };
  const given = [b.int(texts.length, span), first(argv), environment];
  return paramTypes.map((t, i) => {
    const isPointer = t.kind === 'pointer' && t.to.kind === 'pointer' && t.to.to.plain === CHAR;
    if (given[i] === undefined || (i === 0 ? t !== INT : !isPointer))
      fail(span, `${main.name} takes nothing, or int argc and char* argv[]`);
    return given[i] as Ex;
  });
}
const characters = (text: string, span: Span): readonly Ex[] =>
  [...text, '\0'].map((c) => b.constant(CHAR, BigInt(c.codePointAt(0) ?? 0), span));
/** An array that nobody declares. */
function variable(name: string, of: Type, values: readonly Ex[], span: Span): GlobalVar {
  const type = arrayOf(of, values.length);
  const parts = values.map((init, i) => ({ offset: i * wordsOf(of), init }));
  return {
    name,
    type,
    offset: -1,
    init: { k: 'aggregate', parts, zero: false, type, cat: 'p', span },
    guard: null,
    threadLocal: false,
    used: true,
    library: true,
    span,
  };
}
