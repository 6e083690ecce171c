/** Initialisers ([dcl.init]): the type that a declaration gives a variable, and the value that the variable begins with. */
import type { Span } from '../../bytecode/program';
import type { Expr, Initializer, TypeNode, VarDecl } from '../ast';
import { fail } from '../diagnostics';
import type { Ex } from '../typed';
import { deduceClass } from './callees';
import { needsConcrete } from './classes';
import type { Arg, Checker, Place } from './context';
import { lengthOf } from './designators';
import { deduceAuto, holdsAuto } from './placeholders';
import { lookup } from './resolve';
import { arrayOf, isCharacter, type Type, withConst } from './types';

/**
 * The type of a declaration (deduced for auto and for templates without arguments) and its initialiser. `announce` hears of a type that is
 * known before the initialiser is checked.
 */
export function typed(
  cx: Checker,
  at: Place,
  { type: node, init, span }: VarDecl,
  announce: (type: Type) => void = () => {},
): { type: Type; init: Ex | null } {
  if (holdsAuto(node)) {
    const e = only(cx, at, init, span);
    const type = deduceAuto(node, e, span);
    return { type, init: cx.initFrom(e, type, at, span) };
  }
  if (node.kind === 'named') {
    const e = lookup(cx, at, node.name, true);
    if (e.kind === 'classTemplate') {
      const args = initArgs(cx, at, listed(init));
      const type = withConst(deduceClass(cx, e, args, span), node.isConst);
      if (init.kind === 'none') return { type, init: cx.initialize(type, init, at, span) };
      return {
        type,
        init: cx.construct(type.plain, args, at, span, listed(init).kind === 'list' ? 'list' : 'direct'),
      };
    }
  }
  if (node.kind === 'array' && node.size === null) return unsized(cx, at, node, init, span);
  const type = cx.type(at.scope, node, at);
  needsConcrete(cx, type, span);
  if (type.kind === 'void') fail(span, 'a variable cannot be void');
  if (type.kind === 'array' && type.length === 0) fail(span, 'the array needs its size here');
  announce(type);
  return { type, init: cx.initialize(type, init, at, span) };
}

/** `T x = {a, b}` is initialised as `T x{a, b}` is. */
const listed = (init: Initializer): Initializer =>
  init.kind === 'copy' && init.value.kind === 'braced' ? { kind: 'list', list: init.value } : init;
function initArgs(cx: Checker, at: Place, init: Initializer): Arg[] {
  if (init.kind === 'none') return [];
  if (init.kind === 'copy') return [cx.arg(at, init.value)];
  return cx.args(at, init.kind === 'direct' ? init.args : init.list.items);
}

function only(cx: Checker, at: Place, init: Initializer, span: Span): Ex {
  const [e, more] = initArgs(cx, at, init);
  if (e === undefined || more !== undefined || e.k === 'braced')
    return fail(span, "'auto' needs one initialiser", 'write the type');
  return e;
}

function unsized(
  cx: Checker,
  at: Place,
  node: Extract<TypeNode, { kind: 'array' }>,
  init: Initializer,
  span: Span,
): { type: Type; init: Ex | null } {
  const of = cx.type(at.scope, node.of, at);
  const value: Expr | null = init.kind === 'copy' ? init.value : init.kind === 'list' ? init.list : null;
  if (value?.kind === 'string' && isCharacter(of)) {
    const type = arrayOf(of, [...value.value].length + 1);
    return { type, init: cx.initialize(type, init, at, span) };
  }
  if (value?.kind !== 'braced') return fail(span, 'the array needs its size, or a list of values');
  const list = cx.arg(at, value);
  if (list.k !== 'braced') return fail(span, 'a braced list is expected');
  const type = arrayOf(of, lengthOf(list));
  return {
    type,
    init: cx.construct(type, list.designators === undefined ? list.items : [list], at, span, 'list'),
  };
}

/** The initial value of a variable or member of type t; null where it stays uninitialised. */
export function initialize(cx: Checker, t: Type, init: Initializer, at: Place, span: Span): Ex | null {
  switch (init.kind) {
    case 'none':
      return defaultInit(cx, t, at, span);
    case 'copy':
      return cx.initFrom(cx.arg(at, init.value), t, at, span);
    case 'direct': {
      const args = cx.args(at, init.args);
      if (t.kind === 'reference')
        return args[0] === undefined
          ? fail(span, 'a reference needs something to refer to')
          : cx.initFrom(args[0], t, at, span);
      return cx.construct(t.plain, args, at, span, 'direct');
    }
    case 'list': {
      const list = cx.arg(at, init.list);
      if (list.k !== 'braced') return fail(span, 'a braced list is expected');
      const [first] = list.items;
      if (t.kind === 'reference' && first !== undefined && first.k !== 'braced')
        return cx.initFrom(first, t, at, span);
      return t.kind === 'reference'
        ? cx.initFrom(list, t, at, span)
        : cx.construct(t.plain, list.designators === undefined ? list.items : [list], at, span, 'list');
    }
  }
}

function defaultInit(cx: Checker, t: Type, at: Place, span: Span): Ex | null {
  if (t.kind === 'reference') return fail(span, 'a reference needs something to refer to');
  if (t.kind === 'array') {
    const one = t.of.kind === 'class' ? defaultInit(cx, t.of, at, span) : null;
    if (one === null) return null;
    return { k: 'fill', count: t.length, of: t.of, init: one, type: t, cat: 'p', span };
  }
  if (t.kind !== 'class') return null;
  cx.complete(t.info, span);
  if (t.info.constructors.some((c) => c.decl.special !== 'default'))
    return cx.construct(t.plain, [], at, span, 'direct');
  const fn = cx.implicit(t.info, 'default', span);
  return fn === null
    ? null
    : { k: 'construct', fn: cx.use(fn, span), args: [], type: t.plain, cat: 'p', span };
}
