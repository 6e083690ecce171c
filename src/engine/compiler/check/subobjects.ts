/** The object that a member function is called for, and its parts: bases, members, and what says its class ([class.cdtor]). */
import type { Span } from '../../bytecode/program';
import { fail } from '../diagnostics';
import type { Ex, Fn, Stm } from '../typed';
import * as b from './build';
import type { Checker } from './context';
import { isUnion } from './fields';
import { baseTable, pureVirtual } from './thunks';
import { type ClassInfo, pointerTo, type Type, VOID } from './types';

export const thisPlace = (fn: Fn, span: Span): Ex => {
  const self = fn.coroutine === undefined ? fn.params[0] : fn.coroutine.self;
  if (!fn.hasThis || self == null) return fail(span, "there is no 'this' here");
  return b.deref(b.load({ k: 'local', v: self, type: self.type, cat: 'l', span }));
};

/** The storage of a member; for a reference member the cell that holds the address. */
export const fieldPlace = (object: Ex, f: { name: string; type: Type; offset: number }, span: Span): Ex =>
  b.field(object, f.name, f.type.kind === 'reference' ? pointerTo(f.type.to) : f.type, f.offset, span);

/** What ends a part of an object whose construction does not come to its end ([except.ctor]/3). */
export function undo(cx: Checker, place: Ex, span: Span): Ex | null {
  const fn = cx.destructorOf(place.type, span);
  if (fn === null) return null;
  return { k: 'call', fn, args: [b.addressOf(place)], type: VOID, cat: 'p', span };
}

/** While its own constructor or destructor runs, an object is of that class: virtual calls stay in it ([class.cdtor]/4). */
export function setVtable(cx: Checker, fn: Fn, cls: ClassInfo, span: Span): Stm[] {
  if (cls.vtable.length === 0) return [];
  if (cls.slots.length === 0)
    cls.slots = cls.vtable.map(({ name, entity }) => {
      if (name === '~') return cx.destructorOf(cls.type, span);
      const own = cx.instance(entity, null, span);
      return entity.decl.special === 'pure' ? pureVirtual(cx, own) : cx.use(own, span);
    });
  const set = (offset: number, of: ClassInfo): Stm => ({
    k: 'init',
    place: b.field(thisPlace(fn, span), '__vtable', pointerTo(VOID), offset, span),
    init: { k: 'vtable', cls: of, type: pointerTo(VOID), cat: 'p', span },
    span,
  });
  return [set(0, cls), ...cls.tables.map((t) => set(t.offset, baseTable(cx, cls, t, span)))];
}

export function memberEnds(cx: Checker, fn: Fn, cls: ClassInfo, span: Span): Stm[] {
  const out: Stm[] = [];
  if (isUnion(cls)) return out;
  for (const f of [...cls.fields].reverse()) {
    const end = f.type.kind === 'reference' ? null : cx.destructorOf(f.type, span);
    if (end !== null)
      out.push({ k: 'destroy', fn: end, place: fieldPlace(thisPlace(fn, span), f, span), span });
  }
  for (const { info } of [...cls.bases].reverse()) {
    const end = cx.destructorOf(info.type, span);
    if (end !== null) out.push({ k: 'destroy', fn: end, place: b.asBase(thisPlace(fn, span), info), span });
  }
  return out;
}
