/** The tables of `Program.unwinding` from what the emitter noted: handlers numbered, and what catches what. */
import { type Handler, NO_UNWINDING, type Unwinding } from '../../bytecode/program';
import { baseOffset, derivesFrom, sameType, type Type } from '../check/types';
import type { Emitter, HandlerNode } from './emitter';
import type { Tables } from './tables';

export function unwindingOf(out: Emitter, tables: Tables): Unwinding {
  const { thrownTypes, caughtTypes } = tables;
  const thrown = thrownTypes.map((t) =>
    t.kind === 'class' && t.info.library !== '' ? `std::${t.key}` : t.key,
  );
  if (out.sites.length === 0) return { ...NO_UNWINDING, thrown };
  const numbers = new Map<HandlerNode, number>();
  const handlers: Handler[] = [];
  const numberOf = (node: HandlerNode | null): number => {
    if (node === null) return -1;
    const known = numbers.get(node);
    if (known !== undefined) return known;
    const outer = numberOf(node.outer);
    const { kind, pad, caught } = node;
    numbers.set(node, handlers.length);
    return handlers.push({ kind, pad, caught, outer }) - 1;
  };
  return {
    calls: Int32Array.from(out.sites, (s) => s.pc),
    around: Int32Array.from(out.sites, (s) => numberOf(s.node)),
    handlers,
    thrown,
    conversions: Int32Array.from(thrownTypes.flatMap((t) => caughtTypes.map((c) => conversion(t, c)))),
    caughtTypes: caughtTypes.length,
  };
}

/** Words from the object to what is caught of it, -1 if nothing is ([except.handle]/3): the type itself, a base class; of pointers, to a base class, to const, or to void. */
function conversion(thrown: Type, caught: Type): number {
  if (thrown === caught) return 0;
  if (thrown.kind === 'class' && caught.kind === 'class') return baseOffset(thrown.info, caught.info);
  if (caught.kind !== 'pointer') return -1;
  if (thrown.kind === 'nullptr') return 0;
  if (thrown.kind !== 'pointer' || (thrown.to.isConst && !caught.to.isConst)) return -1;
  const [from, to] = [thrown.to, caught.to];
  if (to.kind === 'void' || sameType(from, to)) return 0;
  return from.kind === 'class' && to.kind === 'class' && derivesFrom(from.info, to.info) ? 0 : -1;
}
