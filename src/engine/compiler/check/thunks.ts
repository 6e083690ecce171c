/** Calls through a base that does not stand where its object begins: tables of their own, whose functions find the object first. */
import type { Span } from '../../bytecode/program';
import type { Ex, Fn, Stm } from '../typed';
import * as b from './build';
import type { Checker } from './context';
import { libraryFunction } from './library';
import { type BaseTable, baseOffset, type ClassInfo, INT, pointerTo, type Type, VOID } from './types';

/** The class with the table that objects of it have for one of their bases. */
export function baseTable(cx: Checker, cls: ClassInfo, table: BaseTable, span: Span): ClassInfo {
  if (table.made !== null) return table.made;
  const slots = table.vtable.map(({ name, entity }): Fn | null => {
    if (entity.decl.special === 'pure' && name !== '~')
      return pureVirtual(cx, cx.instance(entity, null, span));
    const fn = name === '~' ? cx.destructorOf(cls.type, span) : cx.use(cx.instance(entity, null, span), span);
    if (fn === null || fn.cls === null) return fn;
    const distance = baseOffset(cls, fn.cls) - table.offset;
    return distance === 0 ? fn : thunk(cx, fn, fn.cls, distance, span);
  });
  table.made = { ...cls, vtable: table.vtable, slots, topOffset: table.offset };
  return table.made;
}
/** What a slot calls where the class has no function for it, as __cxa_pure_virtual: it takes the same arguments. */
export function pureVirtual(cx: Checker, { name, cls, paramTypes, result, span }: Fn): Fn {
  const made: Fn = cx.makeFn({
    name,
    cls,
    hasThis: true,
    paramTypes,
    result: result ?? VOID,
    span,
    library: true,
    build: () => [{ k: 'expr', e: libraryFunction(cx, '__pure_virtual', [], [], span), span }],
  });
  return cx.use(made, span);
}
/** What a pointer to a virtual member function calls: the function that the object's class has. */
export function virtualFunction(cx: Checker, fn: Fn, span: Span): Fn {
  if (fn.cls === null) return fn;
  fn.virtualCall ??= thunk(cx, fn, fn.cls, 0, span, true);
  return fn.virtualCall;
}
/** Calls `fn` with `this` moved by so many words. */
function thunk(cx: Checker, fn: Fn, cls: ClassInfo, distance: number, span: Span, virtually = false): Fn {
  const result = cx.resultOf(fn, span);
  const made: Fn = cx.makeFn({
    name: fn.name,
    cls,
    hasThis: true,
    paramTypes: fn.paramTypes,
    result,
    span: fn.span,
    library: true,
    noexcept: fn.noexcept,
    build: (own): Stm[] => {
      const [self, ...params] = own.params;
      if (self === undefined) return [];
      const args = params.map((p): Ex => {
        const place = b.local(p, span);
        return p.type.kind === 'class' || p.type.kind === 'reference' ? b.addressOf(place) : b.load(place);
      });
      const given = b.load(b.local(self, span));
      const e = cx.call(fn, [shifted(given, distance, pointerTo(cls.type), span), ...args], span, virtually);
      if (result.kind === 'void') return [{ k: 'expr', e, span }];
      return [{ k: 'return', value: result.kind === 'reference' ? b.addressOf(e) : e, span }];
    },
  });
  return cx.use(made, span);
}
/** A pointer that is not null, moved by words. */
export function shifted(pointer: Ex, words: number, to: Type, span: Span): Ex {
  if (words === 0) return { ...pointer, type: to };
  const int = pointerTo(INT);
  const moved: Ex = {
    k: 'pointerAdd',
    pointer: { ...pointer, type: int },
    index: b.int(words, span),
    negate: false,
    type: int,
    cat: 'p',
    span,
  };
  return { ...moved, type: to };
}
