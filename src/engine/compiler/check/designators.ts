/** Initialisers that say what they are for: `.x = 1` ([dcl.init.aggr]/3), and of C `[i] = 1` and `[i ... j] = 1` (C17 6.7.9). */
import type { Span } from '../../bytecode/program';
import { fail } from '../diagnostics';
import type { Arg, ArgDesignator, Checker } from './context';
import type { ClassInfo } from './types';

type List = Extract<Arg, { k: 'braced' }>;

/** The initialiser of each member, by its name. */
export function byMember(cx: Checker, info: ClassInfo, list: List, span: Span): ReadonlyMap<string, Arg> {
  const named = new Map<string, Arg>();
  let before = -1;
  for (const [i, item] of list.items.entries()) {
    const where = item.span ?? span;
    const designator = list.designators?.[i] ?? null;
    if (designator !== null && typeof designator !== 'string') fail(where, `${info.name} is no array`);
    const place =
      designator === null ? before + 1 : info.fields.findIndex((field) => field.name === designator);
    const field = info.fields[place];
    if (field === undefined)
      return fail(where, `${info.name} has no member ${designator === null ? 'left' : `'${designator}'`}`);
    // Written in another order in C, the members begin in theirs all the same.
    if (place <= before && !cx.uses.c)
      fail(
        where,
        `'.${field.name}' must stand before '.${info.fields[before]?.name}'`,
        'keep the order of the members',
      );
    before = place;
    named.set(field.name, item);
  }
  return named;
}

/** The initialiser of each element, by its index. Who stands behind another without saying where is the next one. */
export function byIndex(list: List, span: Span): ReadonlyMap<number, Arg> {
  const placed = new Map<number, Arg>();
  let next = 0;
  list.items.forEach((item, i) => {
    const { from, to } = rangeOf(list.designators?.[i] ?? null, next, item.span ?? span);
    for (let at = from; at <= to; at++) placed.set(at, item);
    next = to + 1;
  });
  return placed;
}
/** Of the array whose elements are listed ([dcl.init.aggr]/10). */
export const lengthOf = (list: List): number =>
  list.designators === undefined ? list.items.length : 1 + Math.max(...byIndex(list, list.span).keys());
function rangeOf(designator: ArgDesignator, next: number, span: Span): { from: number; to: number } {
  if (designator === null) return { from: next, to: next };
  if (typeof designator === 'string') return fail(span, `an array has no member '${designator}'`);
  if (designator.from < 0 || designator.to < designator.from || designator.to >= 2 ** 20)
    fail(span, 'there is no such element');
  return designator;
}
