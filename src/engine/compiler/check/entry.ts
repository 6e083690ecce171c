/** Where the program begins: the function that is run, and what it is called with ([basic.start.main]). */
import { fail } from '../diagnostics';
import type { Ex, Fn, GlobalVar } from '../typed';
import * as b from './build';
import type { Checker } from './context';
import type { Reporter } from './reporter';
import type { Entity, Scope } from './scope';
import { arrayOf, CHAR, type FunctionEntity, INT, pointerTo } from './types';

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

/** `main(int argc, char* argv[])`: the name of the program, what it was given, and the null behind them; an empty environment. */
export function argumentsOf(cx: Checker, main: Fn, args: readonly string[]): readonly Ex[] {
  const { span, paramTypes } = main;
  if (paramTypes.length === 0) return [];
  const texts = ['./main', ...args].map(
    (text): Ex => ({ k: 'string', text, type: pointerTo(CHAR), cat: 'p', span }),
  );
  const none = b.constant(pointerTo(CHAR), 0n, span);
  const parts = [...texts, none, none].map((init, offset) => ({ offset, init }));
  const type = arrayOf(pointerTo(CHAR), parts.length);
  const init: Ex = { k: 'aggregate', parts, zero: false, type, cat: 'p', span };
  const g: GlobalVar = {
    name: 'argv',
    type,
    offset: -1,
    init,
    guard: null,
    threadLocal: false,
    used: true,
    library: true,
    span,
  };
  cx.globals.unshift(g);
  const argv = (from: number): Ex => {
    const first = cx.value(b.globalPlace(g, span));
    return {
      k: 'pointerAdd',
      pointer: first,
      index: b.int(from, span),
      negate: false,
      type: first.type,
      cat: 'p',
      span,
    };
  };
  const environment = argv(texts.length + 1);
  const given = [b.int(texts.length, span), argv(0), environment];
  return paramTypes.map((t, i) => {
    const isPointer = t.kind === 'pointer' && t.to.kind === 'pointer' && t.to.to.plain === CHAR;
    if (given[i] === undefined || (i === 0 ? t !== INT : !isPointer))
      fail(span, `${main.name} takes nothing, or int argc and char* argv[]`);
    return given[i] as Ex;
  });
}
