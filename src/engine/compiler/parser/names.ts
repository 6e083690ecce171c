/** Names: `a::b<c>::d`, resolved part by part while they are read, since what `<` means depends on what stands before it. */
import type { Name, NamePart, TemplateArg, TypeNode } from '../ast';
import { type Diagnostic, fail } from '../diagnostics';
import { instead, insteadOfFunction } from '../instead';
import { Cursor } from './cursor';
import { mayInherit, Scope, type Sym, type SymbolKind } from './scope';
import { stdName } from './std-names';

export interface Resolved {
  readonly name: Name;
  readonly kind: SymbolKind;
  readonly sym: Sym | null;
  /** For a qualified name, the scope its last part was looked up in, when that is known. */
  readonly qualifier: Scope | null;
  readonly special: '' | 'constructor' | 'destructor' | 'operator' | 'conversion';
}
interface Cached {
  readonly resolved: Resolved;
  readonly end: number;
  readonly scope: Scope;
  readonly version: number;
}

const OPERATORS = new Set(
  '+ - * / % & | ^ ~ ! = < > += -= *= /= %= &= |= ^= << <<= == != <= >= <=> && || ++ -- , -> ->*'.split(' '),
);
/** A member of something whose members cannot be known. */
const HIDDEN: Sym = { kind: 'value', scope: null };
const UNKNOWN: Sym = { kind: 'unknown', scope: null };

/** What the rows of this header name is what is missing in it. */
const OF_OTHERS = 'signal.h';

export abstract class Names extends Cursor {
  /** Which headers there are: nobody is told to include another one. */
  supports: (header: string) => boolean = () => true;
  /** Headers included so far: a name of one of them that is missing is not supported, rather than not declared. */
  protected readonly included = new Set<string>();
  /** Grows with every declaration; a cached name holds only for its version. */
  private version = 0;
  private readonly cache = new Map<number, Cached>();
  /** What stands for undeclared names, by their qualified spelling. */
  private readonly standIns = new Map<string, Sym>();

  /** `<…>` at the cursor. */
  protected abstract templateArgs(): TemplateArg[];
  /** The type of `operator T`. */
  protected abstract conversionType(): TypeNode;

  // ── the table ──────────────────────────────────────────────────────────────────────────────────────────────────

  /** Where a declaration made here puts its name: template parameters stand around it, not beside it. */
  protected get home(): Scope {
    let scope = this.scope;
    while (scope.kind === 'template' && scope.parent) scope = scope.parent;
    return scope;
  }
  protected declare(id: string, kind: SymbolKind, members: Scope | null = null, where = this.home): void {
    if (id === '') return;
    this.version++;
    const before = where.names.get(id);
    // Overloads: one template among them is enough to open `<`.
    if (before?.kind === 'valueTemplate' && kind === 'value') return;
    if (before && (before.kind === 'type' || before.kind === 'typeTemplate') && kind === 'value') {
      // A class keeps its name against its constructors.
      if (where.kind === 'class' || before.kind === 'typeTemplate') return;
      where.hidden.set(id, before);
    }
    if (before?.kind === 'value' && kind === 'type' && where.kind !== 'class') {
      where.hidden.set(id, { kind, scope: members });
      return;
    }
    where.names.set(id, { kind, scope: members });
  }
  protected declareFunction(id: string): void {
    const isTemplate = this.scope.kind === 'template';
    if (isTemplate && this.home.kind === 'class') this.env.memberTemplates.add(id);
    if (this.home.kind === 'namespace') this.env.functions.add(id);
    this.declare(id, isTemplate ? 'valueTemplate' : 'value');
  }
  protected child(kind: Scope['kind'], id = ''): Scope {
    return new Scope(kind, this.scope, id);
  }
  /** The scope of an out-of-class definition: names are sought in `members` first. */
  protected reenter(members: Scope): Scope {
    const scope = this.child('reentry', members.id);
    for (let at: Scope | null = members; at && (at === members || at.kind === 'class'); at = at.parent)
      scope.seen.push(at);
    return scope;
  }
  /** The class whose members are being declared or defined here, if any. */
  protected get currentClass(): Scope | null {
    const { home } = this;
    return home.kind === 'class' || home.kind === 'reentry' ? home : null;
  }

  // ── reading names ──────────────────────────────────────────────────────────────────────────────────────────────

  protected get atName(): boolean {
    return this.atId || (this.is('::') && this.ahead(1).kind === 'id');
  }
  /** What the name at the cursor is, without consuming it. */
  protected peekName(): Resolved {
    return this.peeking(() => this.name());
  }

  /** `typename`: the dependent name to come is a type. */
  protected name(isTypename = false): Resolved {
    const start = this.pos;
    const cached = isTypename ? undefined : this.cache.get(start);
    if (cached && cached.version === this.version && cached.scope === this.scope) {
      this.pos = cached.end;
      return cached.resolved;
    }
    const resolved = this.readName(isTypename);
    if (!isTypename)
      this.cache.set(start, { resolved, end: this.pos, scope: this.scope, version: this.version });
    return resolved;
  }

  private readName(isTypename: boolean): Resolved {
    const start = this.pos;
    const global = this.accept('::');
    const parts: NamePart[] = [];
    /** undefined: unqualified; null: members unknown. */
    let inside: Scope | null | undefined = global ? this.env.global : undefined;
    let owner: Sym | null = null;
    for (;;) {
      const from = this.pos;
      const announced = parts.length > 0 && this.accept('template');
      const finish = (kind: SymbolKind, sym: Sym | null, special: Resolved['special'] = ''): Resolved => ({
        name: { kind: 'name', global, parts, span: this.since(start) },
        kind,
        sym,
        qualifier: inside ?? null,
        special,
      });
      if (this.is('operator')) {
        const part = this.operatorName();
        parts.push(part);
        return finish('value', null, part.conversion ? 'conversion' : 'operator');
      }
      if (this.accept('~')) {
        const id = `~${this.expectId('a class name').text}`;
        const args = this.is('<') ? this.templateArgs() : undefined;
        parts.push(args ? { id, args, span: this.since(from) } : { id, span: this.since(from) });
        return finish('value', null, 'destructor');
      }
      const id = this.expectId('a name').text;
      const sym = this.find(id, inside, owner, parts, from, isTypename && !announced);
      const args = this.opensArgs(id, sym, announced) ? this.argsOf(sym, announced) : undefined;
      const previous = parts.at(-1);
      parts.push(args ? { id, args, span: this.since(from) } : { id, span: this.since(from) });
      const isConstructor = previous?.id === id && this.is('(') && !isTypename && inside?.kind === 'class';
      if (isConstructor) return finish('value', sym, 'constructor');
      if (!this.is('::') || this.ahead(1).text === '*') {
        const kind = this.kindOf(sym, isTypename, args !== undefined);
        return finish(kind, sym);
      }
      this.pos++;
      if (sym.kind === 'value' && sym !== HIDDEN && sym.scope === null)
        fail(this.since(start), `${id} is not a class or a namespace`);
      inside = sym.scope;
      owner = sym;
    }
  }

  private kindOf(sym: Sym, isTypename: boolean, hasArgs: boolean): SymbolKind {
    if (isTypename && sym.kind !== 'typeTemplate') return 'type';
    if (sym.kind === 'unknown' && hasArgs) return this.looksLikeType() ? 'type' : 'valueTemplate';
    if (sym.kind === 'unknown') return this.looksLikeType() ? 'type' : 'unknown';
    return sym.kind;
  }
  /** After an undeclared name: is it used as a type? */
  private looksLikeType(): boolean {
    if (this.atId) return true;
    const inFunction = this.home.kind !== 'class' && this.home.kind !== 'namespace';
    const after = inFunction ? /^[;=,){]$/ : /^[;=,){(]$/;
    return /^[*&]+$/.test(this.text) && this.ahead(1).kind === 'id' && after.test(this.ahead(2).text);
  }

  private opensArgs(id: string, sym: Sym, announced: boolean): boolean {
    if (!this.is('<')) return false;
    if (announced) return true;
    if (id.startsWith('__') && sym === HIDDEN) return true;
    return /Template$|^concept$|^unknown$/.test(sym.kind);
  }
  private argsOf(sym: Sym, announced: boolean): TemplateArg[] | undefined {
    if (announced || (sym.kind !== 'unknown' && sym !== HIDDEN)) return this.templateArgs();
    return this.attempt(() => this.templateArgs()) ?? undefined;
  }

  // ── looking up ─────────────────────────────────────────────────────────────────────────────────────────────────

  private find(
    id: string,
    inside: Scope | null | undefined,
    owner: Sym | null,
    before: readonly NamePart[],
    from: number,
    isTypename: boolean,
  ): Sym {
    if (inside === undefined) return this.scope.lookup(id) ?? this.undeclared(id, [id], from, this.scope);
    if (inside === null) {
      if (owner?.kind !== 'unknown' && owner?.kind !== 'namespace') return HIDDEN;
      return this.guess([...before.map((p) => p.id), id]);
    }
    const global = inside === this.env.global;
    const found = global ? inside.lookup(id) : inside.member(id);
    if (found) return found;
    for (const scope of this.env.specializations.get(inside) ?? []) {
      const special = scope.member(id);
      if (special) return special;
    }
    if (inside.open || (isTypename && inside.kind === 'class')) return HIDDEN;
    const path = [...before.map((p) => p.id), id];
    return this.standIns.get(path.join('::')) ?? this.undeclared(id, path, from, inside);
  }

  /** Says once that `path` is not declared, and remembers it so that the rest of the file is still read well. */
  private undeclared(id: string, path: readonly string[], from: number, inside: Scope): Sym {
    if (id.startsWith('__')) return HIDDEN;
    if (path.length === 1 && this.env.functions.has(id)) {
      if (this.is('(')) return HIDDEN;
      if (this.is('<')) return { kind: 'valueTemplate', scope: null };
    }
    if (path.length === 1 && mayInherit(inside) && !stdName(id)) return HIDDEN;
    const span = this.since(from);
    this.report({ span, ...this.missing(path, inside) });
    const sym = this.guess(path);
    // Never into a scope that a fork shares with others.
    if (path.length === 1) this.env.global.names.set(id, sym);
    else this.standIns.set(path.join('::'), sym);
    this.version++;
    return sym;
  }
  /** A stand-in for an undeclared name: what the standard library has under it, if anything. */
  private guess(path: readonly string[]): Sym {
    const std = path[0] === 'std' ? path.slice(1) : path;
    const known = stdName(std.join('::'));
    return known ? { kind: known.kind, scope: null } : UNKNOWN;
  }
  private missing(path: readonly string[], inside: Scope): Omit<Diagnostic, 'span'> {
    const name = path.join('::');
    const qualified = path[0] === 'std' ? path.slice(1).join('::') : name;
    const known = stdName(qualified);
    const std = this.scope.lookup('std')?.scope;
    const undeclared = {
      message: `${name} is not declared`,
      unsupported: false,
      code: 'undeclared',
    } as const;
    if (path.length === 1 && known && !known.global && !this.seesStd(std)) {
      const header = std?.member(qualified) ? null : known.header;
      const hint = `write std::${name}${header === null ? '' : ` and add #include <${header}>`}`;
      return { ...undeclared, hint, meant: { name: `std::${name}`, header } };
    }
    if (known && (path[0] === 'std' || path.length === 1)) {
      const { header } = known;
      const other = insteadOfFunction(qualified);
      if (other !== undefined || this.included.has(header) || !this.supports(header) || header === OF_OTHERS)
        return {
          message: `${name} of <${header}> is not supported`,
          hint: other ?? instead(header),
          unsupported: true,
        };
      return { ...undeclared, hint: `add #include <${header}>`, meant: { name: null, header } };
    }
    if (path[0] === 'std' && path.length > 1)
      return { ...undeclared, hint: 'check its spelling and its #include' };
    const owner = inside.kind === 'class' || inside.kind === 'enum' ? path.slice(0, -1).join('::') : '';
    if (owner) return { message: `${owner} has no member ${path.at(-1)}`, hint: '', unsupported: false };
    return { ...undeclared, hint: '' };
  }
  private seesStd(std: Scope | null | undefined): boolean {
    for (let scope: Scope | null = this.scope; scope && std; scope = scope.parent)
      if (scope === std || scope.seen.includes(std)) return true;
    return false;
  }

  // ── operator names ─────────────────────────────────────────────────────────────────────────────────────────────

  private operatorName(): NamePart {
    const from = this.pos;
    this.pos++;
    const { text } = this;
    const pair = text + this.ahead(1).text;
    if (pair === '()' || pair === '[]') {
      this.pos += 2;
      return { id: `operator${pair}`, span: this.since(from) };
    }
    if (text === '>') {
      this.pos++;
      let op = '>';
      while (this.token.glued && (this.is('>') || this.is('>=')) && op !== '>>=') op += this.next().text;
      return { id: `operator${op}`, span: this.since(from) };
    }
    if (OPERATORS.has(text)) {
      this.pos++;
      return { id: `operator${text}`, span: this.since(from) };
    }
    if (text === 'co_await') {
      this.pos++;
      return { id: 'operator co_await', span: this.since(from) };
    }
    if (text === 'new' || text === 'delete') {
      this.pos++;
      const items = this.accept('[');
      if (items) this.expect(']');
      return { id: `operator ${text}${items ? '[]' : ''}`, span: this.since(from) };
    }
    if (this.token.kind === 'string') {
      const { suffix } = this.next();
      const id =
        suffix === '' || suffix === undefined ? this.expectId('the suffix of a literal').text : suffix;
      return { id: `operator""${id}`, span: this.since(from) };
    }
    const typeAt = this.pos;
    const conversion = this.conversionType();
    const words = this.tokens.slice(typeAt, this.pos).map((t, i) => (t.glued || i === 0 ? '' : ' ') + t.text);
    return { id: `operator ${words.join('')}`, conversion, span: this.since(from) };
  }
}
