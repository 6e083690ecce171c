import type { FunctionDecl, MemberInit } from '../ast';
import { fail } from '../diagnostics';
import type { Ex, Fn, Stm } from '../typed';
import * as b from './build';
import { isUnion } from './classes';
import type { Checker } from './context';
import { expand } from './packs';
import { typeOfEntity } from './resolve';
import type { Scope } from './scope';
import { memberDeclarations } from './special';
import { fieldPlace, setVtable, thisPlace, undo } from './subobjects';
import type { ClassInfo } from './types';

/** Base, members in declaration order: from the initializer list, else the member's own initializer, else default ([class.base.init]). */
export function memberInits(
  cx: Checker,
  fn: Fn,
  cls: ClassInfo,
  decl: FunctionDecl | null,
  scope: Scope,
): Stm[] {
  const at = { scope, fn };
  const given = new Map<string, MemberInit>();
  const out: Stm[] = [];
  const written = (decl?.inits ?? []).flatMap((i) =>
    i.pack ? expand(scope, i, i.span, (s) => ({ i, scope: s })) : [{ i, scope }],
  );
  /** Where the initialisers of the bases stand: with one element of a pack, if they are one. */
  const scopeOf = new Map<string, Scope>();
  for (const { i, scope: inner } of written) {
    const last = i.name.parts[i.name.parts.length - 1]?.id ?? '';
    // With arguments it may be another instance of the class's own template.
    const hasArgs = i.name.parts.some((part) => part.args !== undefined);
    const e = hasArgs ? cx.lookup({ scope: inner, fn }, i.name) : inner.find(last);
    const t = e === undefined ? null : typeOfEntity(e);
    if (t?.kind === 'class' && t.info === cls) {
      const made = cx.construct(cls.type, cx.args(at, i.args), at, i.span, i.braced ? 'list' : 'direct');
      return [
        {
          k: 'init',
          place: thisPlace(fn, i.span),
          init: made,
          undo: undo(cx, thisPlace(fn, i.span), i.span),
          span: i.span,
        },
      ];
    }
    const base = t?.kind === 'class' ? cls.bases.findIndex((x) => x.info === t.info) : -1;
    if (base >= 0) {
      given.set(`base ${base}`, i);
      scopeOf.set(`base ${base}`, inner);
    } else if (cls.scope.names.get(last)?.kind === 'field') given.set(last, i);
    else fail(i.span, `${cls.name} has no member '${last}'`);
  }
  const span = decl?.name.span ?? fn.span;
  cls.bases.forEach(({ info }, n) => {
    const i = given.get(`base ${n}`);
    const made =
      i !== undefined
        ? cx.construct(
            info.type,
            cx.args({ scope: scopeOf.get(`base ${n}`) ?? scope, fn }, i.args),
            at,
            i.span,
            i.braced ? 'list' : 'direct',
          )
        : cx.initialize(info.type, { kind: 'none' }, at, span);
    const place = b.asBase(thisPlace(fn, span), info);
    if (made !== null)
      out.push({ k: 'init', place, init: made, undo: undo(cx, place, span), span: i?.span ?? span });
  });
  out.push(...setVtable(cx, fn, cls, span));
  const declared = memberDeclarations(cls);
  for (const f of cls.fields) {
    if (f.name === '__vtable') continue;
    const i = given.get(f.name);
    const d = declared.get(f.name);
    if (isUnion(cls) && i === undefined && (d === undefined || d.init.kind === 'none')) continue;
    const s = i?.span ?? d?.span ?? span;
    let made: Ex | null;
    if (i !== undefined)
      made = cx.initialize(
        f.type,
        i.braced
          ? { kind: 'list', list: { kind: 'braced', items: i.args, span: i.span } }
          : { kind: 'direct', args: i.args, span: i.span },
        at,
        i.span,
      );
    else made = cx.initialize(f.type, d?.init ?? { kind: 'none' }, { scope: cls.scope, fn }, s);
    if (made !== null)
      out.push({
        k: 'init',
        place: fieldPlace(thisPlace(fn, s), f, s),
        init: made,
        undo: f.type.kind === 'reference' ? null : undo(cx, fieldPlace(thisPlace(fn, s), f, s), s),
        span: s,
      });
  }
  // Members of a union without a name.
  for (const [id, i] of given) {
    const isOwn = id.startsWith('base ') || cls.fields.some((f) => f.name === id);
    const place = isOwn ? null : cx.member(thisPlace(fn, i.span), id, i.span);
    if (place === null) continue;
    const made = cx.initialize(place.type, { kind: 'direct', args: i.args, span: i.span }, at, i.span);
    if (made !== null) out.push({ k: 'init', place, init: made, span: i.span });
  }
  return out;
}
