/** Structured bindings ([dcl.struct.bind]). */
import type { Span } from '../../bytecode/program';
import type { BindingDecl } from '../ast';
import { fail } from '../diagnostics';
import type { Ex, Stm } from '../typed';
import * as b from './build';
import type { Checker, Place } from './context';
import { deduceAuto } from './placeholders';
import { fieldPlace } from './subobjects';
import { type ClassInfo, dereferenced, withConst } from './types';

/** What names are given to: the members, those of bases first; a long tuple holds its rest in a member. */
function boundFields(info: ClassInfo): ClassInfo['fields'][number][] {
  return [...info.bases.flatMap((x) => x.info.fields), ...info.fields].flatMap((f) =>
    f.name === '__rest' && f.type.kind === 'class'
      ? boundFields(f.type.info).map((x) => ({ ...x, offset: x.offset + f.offset }))
      : [f],
  );
}

/** What a std::array holds. */
function itemsOf(cx: Checker, info: ClassInfo, span: Span): ClassInfo['fields'][number] | undefined {
  cx.complete(info, span);
  return info.fields[0];
}

/** What is written of them: the type with the auto, the names. */
type Bound = Pick<BindingDecl, 'type' | 'bindings' | 'span'>;

/** `auto [a, b] = e;` — a hidden variable, and names for its members ([dcl.struct.bind]). */
export function bindings(cx: Checker, at: Place, { type: node, bindings: names, span }: Bound, e: Ex): Stm[] {
  const type = deduceAuto(node, e, span);
  const v = cx.newLocal(at.fn, '', type, 'variable');
  if (type.kind !== 'reference') v.destroy = cx.destructorOf(type, span);
  const of = dereferenced(type);
  const object = (): Ex => b.local(v, span);
  const items = of.kind === 'class' && of.info.library === 'array' ? itemsOf(cx, of.info, span) : undefined;
  const list = items === undefined ? of : withConst(items.type, of.isConst);
  if (list.kind === 'array') {
    if (list.length !== names.length)
      fail(span, `${of.key} has ${list.length} elements, ${names.length} names are given`);
    const array = (): Ex =>
      items === undefined ? object() : b.field(object(), items.name, list, items.offset, span);
    names.forEach((n, i) => {
      at.scope.names.set(n.id, {
        kind: 'place',
        owner: at.fn,
        make: () => ({
          k: 'element',
          array: array(),
          index: b.int(i, span),
          length: list.length,
          type: list.of,
          cat: 'l',
          span: n.span,
        }),
      });
    });
  } else if (of.kind === 'class') {
    cx.complete(of.info, span);
    const fields = boundFields(of.info);
    if (fields.length !== names.length)
      fail(span, `${of.key} has ${fields.length} members, ${names.length} names are given`);
    names.forEach((n, i) => {
      const f = fields[i];
      if (f === undefined) return;
      at.scope.names.set(n.id, {
        kind: 'place',
        owner: at.fn,
        make: () =>
          f.type.kind === 'reference'
            ? b.deref(b.load(fieldPlace(object(), f, n.span)))
            : b.field(object(), f.name, withConst(f.type, f.type.isConst || of.isConst), f.offset, n.span),
      });
    });
  } else fail(span, `${of.key} cannot be taken apart`);
  return [{ k: 'var', v, init: cx.initFrom(e, type, at, span), threadName: '', span }];
}
