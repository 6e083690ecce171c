/** Classes and enumerations. Member functions' bodies wait (`pending`) until every member is known, as C++ has it. */
import type { ClassDecl, Decl, EnumDecl, Expr, Name, NamePart, TypeNode } from '../ast';
import { fail } from '../diagnostics';
import { Declarations } from './declarations';
import type { Scope } from './scope';
import type { Specifiers } from './specifiers';

type Elaborated = Pick<Specifiers, 'type' | 'members' | 'defined'>;
type Access = ClassDecl['bases'][number]['access'];

export abstract class Classes extends Declarations {
  protected elaborated(flags: ReadonlySet<string>): Elaborated {
    if (this.is('enum')) return this.enumSpecifier();
    return this.classSpecifier(flags);
  }

  // ── class ──────────────────────────────────────────────────────────────────────────────────────────────────────

  private classSpecifier(flags: ReadonlySet<string>): Elaborated {
    const start = this.pos;
    const key = this.next().text as ClassDecl['key'];
    this.skipAttributes();
    const aligned = this.takeAlignments();
    if (!this.atName) {
      if (!this.is('{')) fail(this.here(), `expected the name of a ${key}, not ${this.describe()}`);
      return this.classBody(start, key, null, aligned);
    }
    if (this.ahead(1).text === '::' || this.is('::')) {
      const { name, sym, qualifier } = this.name();
      const isFinal = this.is('final') && /^[:{]$/.test(this.ahead(1).text);
      if (isFinal) this.pos++;
      const own = name.parts.at(-1);
      if (own !== undefined && qualifier !== null && (this.is('{') || this.is(':'))) {
        const within = { ...name, parts: name.parts.slice(0, -1) };
        const made = this.within(this.reenter(qualifier), () =>
          this.classBody(start, key, own, aligned, within),
        );
        if (sym?.scope && made.members) sym.scope.seen.push(made.members);
        return { ...made, type: named(name) };
      }
      return { type: named(name), members: sym?.scope ?? null, defined: null };
    }
    const from = this.pos;
    const id = this.next().text;
    const args = this.is('<') ? this.templateArgs() : undefined;
    const part: NamePart = args ? { id, args, span: this.since(from) } : { id, span: this.since(from) };
    this.skipAttributes();
    const final = this.is('final') && /^[:{]$/.test(this.ahead(1).text);
    if (final) this.pos++;
    if (this.is('{') || this.is(':')) return this.classBody(start, key, part, aligned);
    const name: Name = { kind: 'name', global: false, parts: [part], span: part.span };
    const known = this.scope.lookupType(id);
    const forward = this.is(';') && !flags.has('friend');
    if (forward && !args && !this.home.names.has(id)) this.declareClass(id);
    // `struct Node* next;` as the first mention of Node declares it around the class or function, not inside.
    else if (!known) this.within(this.enclosing(), () => this.declareClass(id));
    const members = this.scope.lookupType(id)?.scope ?? null;
    // `typedef struct S T;` and `struct S* head;` declare S in the passing ([basic.scope.pdecl]/7).
    const passing = !known && args === undefined && this.enclosing() === this.scope;
    const defined: ClassDecl = {
      kind: 'class',
      key,
      name: part,
      within: null,
      bases: [],
      members: null,
      aligned: [],
      span: this.since(start),
    };
    if (forward || passing) return { type: named(name), members, defined };
    // In a class or among parameters it is declared around them.
    const type = known || args !== undefined ? named(name) : { ...named(name), first: defined };
    return { type, members, defined: null };
  }

  private enclosing(): Scope {
    let { scope } = this;
    while (scope.parent && scope.kind !== 'namespace' && scope.kind !== 'block') scope = scope.parent;
    return scope;
  }
  /** A scope for the members of `id`, put under that name. */
  private declareClass(id: string): Scope {
    const isTemplate = this.scope.kind === 'template';
    const scope = this.child('class', id);
    scope.open = isTemplate || (this.currentClass?.open ?? false);
    const kind = isTemplate ? 'typeTemplate' : 'type';
    const before = this.home.names.get(id);
    // Who holds the scope of a forward declaration sees the definition through it.
    if (before?.scope?.kind === 'class') before.scope.seen.push(scope);
    this.declare(id, kind, scope);
    scope.names.set(id, { kind, scope });
    return scope;
  }
  private specialize(id: string): Scope {
    const scope = this.child('class', id);
    scope.open = true;
    const primary = this.scope.lookup(id)?.scope;
    const { specializations } = this.env;
    if (primary) specializations.set(primary, [...(specializations.get(primary) ?? []), scope]);
    scope.names.set(id, { kind: 'typeTemplate', scope });
    return scope;
  }

  /** From `:` or `{` to the closing brace. */
  private classBody(
    start: number,
    key: ClassDecl['key'],
    part: NamePart | null,
    aligned: Expr[],
    within: Name | null = null,
  ): Elaborated {
    const home = this.home;
    const id = part?.id ?? `(anonymous ${this.token.start})`;
    const scope =
      part === null ? this.child('class', id) : part.args ? this.specialize(id) : this.declareClass(id);
    const outermost = this.pending === null;
    this.pending ??= [];
    let bases: ClassDecl['bases'] = [];
    const members: Decl[] = [];
    try {
      this.within(scope, () => {
        if (this.accept(':')) bases = this.bases(scope, key === 'class' ? 'private' : 'public');
        const open = this.expect('{', 'before the members');
        this.angled(false, () => {
          while (!this.is('}') && !this.atEnd) this.recovering(() => void members.push(...this.member()));
        });
        if (!this.accept('}')) fail(this.spanOf(open), "this '{' is not closed");
      });
    } finally {
      if (outermost) {
        const todo = this.pending;
        this.pending = null;
        for (const read of todo) read();
      }
    }
    this.skipAttributes();
    aligned.push(...this.takeAlignments());
    let name = part;
    if (!part) {
      // `struct { … } x;` needs a name to be its type by; without a declarator its members belong to what encloses it.
      if (this.is(';')) home.seen.push(scope);
      else name = { id, span: this.spanOf(this.tokens[start] ?? this.token) };
    }
    const span = this.since(start);
    const defined: ClassDecl = { kind: 'class', key, name, within, bases, members, aligned, span };
    const typeName = name ?? { id, span };
    return {
      type: named({ kind: 'name', global: false, parts: [typeName], span: typeName.span }),
      members: scope,
      defined,
    };
  }

  private bases(scope: Scope, standard: Access): ClassDecl['bases'] {
    const bases: ClassDecl['bases'][number][] = [];
    do {
      this.skipAttributes();
      let access = standard;
      for (; ; this.pos++) {
        const { text } = this;
        if (text === 'virtual') {
          // Read on as an ordinary base, so that it is said once.
          const message = 'virtual inheritance is not supported';
          const hint = 'inherit once, without virtual';
          this.report({ span: this.here(), message, hint, unsupported: true });
          continue;
        }
        if (text !== 'public' && text !== 'protected' && text !== 'private') break;
        access = text;
      }
      const { type, members } = this.specifiers(false);
      if (!type) {
        const id = this.atName ? this.text : '';
        fail(this.here(), id ? `${id} is not a class` : `expected a base class, not ${this.describe()}`);
      }
      const pack = this.accept('...');
      if (members) scope.seen.push(members);
      scope.inheritsUnknown ||= members?.inheritsUnknown ?? true;
      scope.open ||= members?.open ?? true;
      bases.push({ type, access, isVirtual: false, pack });
    } while (this.accept(','));
    return bases;
  }

  private member(): Decl[] {
    const start = this.pos;
    const { word: text } = this;
    if ((text === 'public' || text === 'protected' || text === 'private') && this.ahead(1).text === ':') {
      this.pos += 2;
      return [{ kind: 'access', level: text, span: this.since(start) }];
    }
    if (text === 'friend') return [this.friend()];
    return this.declaration('class');
  }

  /** A friend says nothing where access is not checked, unless a function is defined in passing. */
  protected friend(): Decl {
    const start = this.pos;
    const defined = this.peeking(() => {
      while (!this.is(';') && !this.is('{') && !this.is('default') && !this.atEnd) {
        if (this.is('(')) this.skipBalanced();
        else this.pos++;
      }
      return !this.is(';');
    });
    if (!defined) {
      while (!this.accept(';') && !this.atEnd) this.pos++;
      return { kind: 'friend', decl: null, span: this.since(start) };
    }
    this.pos++;
    const [decl] = this.declaration('class');
    if (decl?.kind !== 'function') fail(this.since(start), 'only a function can be defined as a friend');
    this.env.functions.add(decl.name.parts.at(-1)?.id ?? '');
    return { kind: 'friend', decl, span: this.since(start) };
  }

  // ── enum ───────────────────────────────────────────────────────────────────────────────────────────────────────

  private enumSpecifier(): Elaborated {
    const start = this.pos++;
    const scoped = this.accept('class') || this.accept('struct');
    this.skipAttributes();
    const from = this.pos;
    const given = this.atId ? this.next().text : '';
    const name = this.plainName(from, given);
    const underlying = this.accept(':') ? this.specifiers(false).type : null;
    const isReference = !this.is('{') && !this.is(';') && underlying === null;
    if (isReference)
      return { type: named(name), members: this.scope.lookupType(given)?.scope ?? null, defined: null };
    const scope = this.child('enum', given);
    this.declare(given, 'type', scope);
    const home = this.home;
    const enumerators = this.is('{') ? this.enumerators(scope, scoped ? null : home) : null;
    const span = this.since(start);
    // `enum { … } x;` needs a name to be its type by.
    const id = given || (this.is(';') ? '' : `(anonymous ${span.start})`);
    if (given === '') this.declare(id, 'type', scope);
    const defined: EnumDecl = { kind: 'enum', id, scoped, underlying, enumerators, span };
    return { type: named({ ...name, parts: [{ id, span: name.span }] }), members: scope, defined };
  }
  private enumerators(scope: Scope, home: Scope | null): NonNullable<EnumDecl['enumerators']> {
    const list: { id: string; value: Expr | null; span: Decl['span'] }[] = [];
    this.expect('{');
    while (!this.is('}')) {
      const start = this.pos;
      const id = this.expectId('an enumerator').text;
      this.skipAttributes();
      const value = this.accept('=')
        ? this.within(scope, () => this.angled(false, () => this.constant()))
        : null;
      this.declare(id, 'value', null, scope);
      if (home) this.declare(id, 'value', null, home);
      list.push({ id, value, span: this.since(start) });
      if (!this.accept(',')) break;
    }
    this.expect('}', 'after the enumerators');
    return list;
  }
}

function named(name: Name): TypeNode {
  return { kind: 'named', name, isConst: false, span: name.span };
}
