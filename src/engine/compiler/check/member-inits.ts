/** What a constructor does before its body: bases and members are initialised ([class.base.init]). */
import type { Span } from '../../bytecode/program';
import type { FunctionDecl, Initializer, MemberInit } from '../ast';
import { fail } from '../diagnostics';
import type { Fn, Stm } from '../typed';
import * as b from './build';
import type { Checker, Place } from './context';
import { isUnion } from './fields';
import { expand } from './packs';
import { typeOfEntity } from './resolve';
import type { Scope } from './scope';
import { memberDeclarations } from './special';
import { fieldPlace, setVtable, thisPlace, undo } from './subobjects';
import type { ClassInfo } from './types';

/** Bases, then members in declaration order: from the initializer list, else the member's own initializer, else default. */
export function memberInits(
  cx: Checker,
  fn: Fn,
  cls: ClassInfo,
  decl: FunctionDecl | null,
  scope: Scope,
): Stm[] {
  const to: Constructor = { cx, fn, cls, at: { scope, fn }, span: decl?.name.span ?? fn.span };
  const given = written(to, decl?.inits ?? []);
  if ('delegated' in given) return [delegation(to, given.delegated)];
  return [
    ...baseInits(to, given),
    ...setVtable(cx, fn, cls, to.span),
    ...fieldInits(to, given),
    ...variantInits(to, given),
  ];
}

/** The constructor whose initialisations are asked for. */
interface Constructor {
  readonly cx: Checker;
  readonly fn: Fn;
  readonly cls: ClassInfo;
  readonly at: Place;
  readonly span: Span;
}

/** The initializer list, by what it initialises. */
interface Given {
  /** By number, and where each stands: with one element of a pack, if they are one. */
  readonly bases: ReadonlyMap<number, { readonly init: MemberInit; readonly scope: Scope }>;
  readonly members: ReadonlyMap<string, MemberInit>;
}

function written(to: Constructor, inits: readonly MemberInit[]): Given | { readonly delegated: MemberInit } {
  const { cx, fn, cls } = to;
  const { scope } = to.at;
  const bases = new Map<number, { init: MemberInit; scope: Scope }>();
  const members = new Map<string, MemberInit>();
  const all = inits.flatMap((init) =>
    init.pack ? expand(scope, init, init.span, (s) => ({ init, scope: s })) : [{ init, scope }],
  );
  for (const one of all) {
    const { init, scope: inner } = one;
    const last = init.name.parts[init.name.parts.length - 1]?.id ?? '';
    // With arguments it may be another instance of the class's own template; of another namespace it may be a name of a base's.
    const isLong = init.name.parts.length > 1 || init.name.parts.some((part) => part.args !== undefined);
    const e = isLong ? cx.lookup({ scope: inner, fn }, init.name) : inner.find(last);
    const t = e === undefined ? null : typeOfEntity(e);
    if (t?.kind === 'class' && t.info === cls) return { delegated: init };
    const base = t?.kind === 'class' ? cls.bases.findIndex((x) => x.info === t.info) : -1;
    if (base >= 0) bases.set(base, one);
    else if (cls.scope.names.get(last)?.kind === 'field') members.set(last, init);
    else fail(init.span, `${cls.name} has no member '${last}'`);
  }
  return { bases, members };
}

/** Another constructor of the class does it all ([class.base.init]/6). */
function delegation({ cx, fn, cls, at }: Constructor, i: MemberInit): Stm {
  const init = cx.construct(cls.type, cx.args(at, i.args), at, i.span, i.braced ? 'list' : 'direct');
  const place = thisPlace(fn, i.span);
  return { k: 'init', place, init, undo: undo(cx, place, i.span), span: i.span };
}

function baseInits({ cx, fn, cls, at, span }: Constructor, { bases }: Given): Stm[] {
  return cls.bases.flatMap(({ info }, n): Stm[] => {
    const one = bases.get(n);
    const i = one?.init;
    const init =
      one === undefined
        ? cx.initialize(info.type, { kind: 'none' }, at, span)
        : cx.construct(
            info.type,
            cx.args({ scope: one.scope, fn }, one.init.args),
            at,
            one.init.span,
            one.init.braced ? 'list' : 'direct',
          );
    const place = b.asBase(thisPlace(fn, span), info);
    return init === null
      ? []
      : [{ k: 'init', place, init, undo: undo(cx, place, span), span: i?.span ?? span }];
  });
}

function fieldInits({ cx, fn, cls, at, span }: Constructor, { members }: Given): Stm[] {
  const declared = memberDeclarations(cls);
  return cls.fields.flatMap((f): Stm[] => {
    if (f.name === '__vtable') return [];
    const i = members.get(f.name);
    const d = declared.get(f.name);
    if (isUnion(cls) && i === undefined && (d === undefined || d.init.kind === 'none')) return [];
    const s = i?.span ?? d?.span ?? span;
    const init =
      i !== undefined
        ? cx.initialize(f.type, initializer(i), at, i.span)
        : cx.initialize(f.type, d?.init ?? { kind: 'none' }, { scope: cls.scope, fn }, s);
    if (init === null) return [];
    const place = fieldPlace(thisPlace(fn, s), f, s);
    return [
      { k: 'init', place, init, undo: f.type.kind === 'reference' ? null : undo(cx, place, s), span: s },
    ];
  });
}
const initializer = ({ args, braced, span }: MemberInit): Initializer =>
  braced ? { kind: 'list', list: { kind: 'braced', items: args, span } } : { kind: 'direct', args, span };

/** Members of a union without a name ([class.union.anon]). */
function variantInits({ cx, fn, cls, at }: Constructor, { members }: Given): Stm[] {
  return [...members].flatMap(([id, i]): Stm[] => {
    const place = cls.fields.some((f) => f.name === id) ? null : cx.member(thisPlace(fn, i.span), id, i.span);
    if (place === null) return [];
    const init = cx.initialize(place.type, { kind: 'direct', args: i.args, span: i.span }, at, i.span);
    return init === null ? [] : [{ k: 'init', place, init, span: i.span }];
  });
}
