/** Declarations of every kind by their first words, and the small ones: namespaces, using, aliases. Classes and templates are the next two files. */
import type { Decl, Name, NamePart, TypeNode, VarDecl } from '../ast';
import { fail, unsupported } from '../diagnostics';
import { Functions } from './functions';
import { openNamespace } from './scope';
import type { Specifiers } from './specifiers';
import type { Place } from './variables';

const REFUSED: Record<string, readonly [what: string, hint: string]> = {
  asm: ['asm', 'use std::atomic'],
  export: ['a module', 'use #include'],
  import: ['a module', 'use #include'],
  module: ['a module', 'use #include'],
};

const isNameless = (d: Decl): boolean =>
  ((d.kind === 'class' ? d.name?.id : d.kind === 'enum' ? d.id : '') ?? '').startsWith('(anonymous');
const named = (d: Decl, name: NamePart): Decl =>
  d.kind === 'class' ? { ...d, name } : d.kind === 'enum' ? { ...d, id: name.id } : d;

export abstract class Declarations extends Functions {
  protected abstract templateDeclaration(place: Place): Decl[];

  /** One declaration; `struct P {…} p;` gives two. */
  protected declaration(place: Place): Decl[] {
    return this.deeper(() => this.declared(place));
  }
  private declared(place: Place): Decl[] {
    this.skipAttributes();
    const start = this.pos;
    const { word: text, token } = this;
    const follows = this.ahead(1);
    const refused = REFUSED[text];
    if (refused && (token.kind === 'keyword' || follows.kind === 'id' || follows.kind === 'header'))
      unsupported(this.here(), ...refused);
    switch (text) {
      case ';':
        this.pos++;
        return [{ kind: 'emptyDecl', span: this.since(start) }];
      case 'namespace':
        return [this.namespaceDeclaration()];
      case 'inline':
        if (follows.text === 'namespace') return [this.namespaceDeclaration()];
        break;
      case 'using':
        return this.usingDeclarations();
      case 'static_assert':
        return [this.staticAssert()];
      case 'template':
        return this.templateDeclaration(place);
      case 'extern':
        if (follows.kind === 'string') return this.linkage(place);
        if (follows.text === 'template') {
          this.pos++;
          return this.templateDeclaration(place);
        }
    }
    if (place === 'namespace' && this.guideAhead()) return [this.guide()];
    return this.simpleDeclaration(place);
  }
  private guideAhead(): boolean {
    if (this.is('explicit')) return true;
    if (!this.atId || this.ahead(1).text !== '(' || this.scope.lookup(this.text)?.kind !== 'typeTemplate')
      return false;
    return this.peeking(() => {
      this.pos++;
      this.skipBalanced();
      return this.is('->');
    });
  }
  private guide(): Decl {
    const start = this.pos;
    this.accept('explicit');
    const { name } = this.name();
    const params = this.within(this.child('function'), () => this.parameters());
    this.expect('->');
    const result = this.typeId();
    this.expect(';', 'after the deduction guide');
    return { kind: 'guide', name, params, result, span: this.since(start) };
  }
  protected blockDeclaration(): Decl[] {
    return this.declaration('block');
  }

  // ── specifiers, then declarators ───────────────────────────────────────────────────────────────────────────────

  protected simpleDeclaration(place: Place): Decl[] {
    const specs = this.typeless(place) ? this.implicitInt() : this.specifiers(true);
    if (specs.flags.has('typedef')) return this.typedefs(specs);
    const decls = specs.defined ? [specs.defined] : [];
    if (this.is(';') && specs.type) {
      this.pos++;
      if (!specs.defined) fail(this.since(specs.start), 'this declares nothing');
      return decls;
    }
    const { type } = specs;
    if (type?.kind === 'auto' && this.bindingAhead()) {
      const { type: full, bindings } = this.bindings(type);
      const init = this.bindingInit();
      this.expect(';', 'after the declaration');
      for (const { id } of bindings) this.declare(id, 'value');
      return [{ kind: 'binding', type: full, bindings, init, span: this.since(specs.start) }];
    }
    const rest = this.declarators(specs, place);
    return [...decls, ...rest];
  }

  /** A function without a return type: int in C, and of `main` g++ takes it in C++ too. */
  private typeless(place: Place): boolean {
    const named = place !== 'block' && this.atId && this.ahead(1).text === '(';
    if (!named || this.scope.lookup(this.text)) return false;
    if (this.text === 'main' || this.env.isC) return true;
    fail(this.here(), `${this.text} has no return type`, 'write void for a function that returns nothing');
  }
  private implicitInt(): Specifiers {
    const type: TypeNode = { kind: 'builtin', name: 'int', isConst: false, span: this.here() };
    return { start: this.pos, type, members: null, defined: null, aligned: [], flags: new Set() };
  }

  /** `a = 1, *b;` or a function, up to and including `;` or the body. */
  private declarators(specs: Specifiers, place: Place): Decl[] {
    const decls: Decl[] = [];
    const vars: VarDecl[] = [];
    const varsFrom = specs.start;
    for (;;) {
      if (!specs.type && !this.startsNamelessType()) this.noType(specs);
      // An unnamed bit-field only takes room.
      if (place === 'class' && specs.type && this.accept(':')) {
        this.constant();
        if (this.accept(',')) continue;
        break;
      }
      const base: TypeNode = specs.type ?? this.voidType();
      const declarator = this.declarator(base, 'must', place === 'class' ? 'parameters' : 'either');
      if (declarator.fn) {
        const fn = this.functionDeclaration(specs, declarator, declarator.fn, place);
        decls.push(fn);
        if (fn.body) return decls;
        if (fn.special !== '') break;
      } else {
        if (declarator.special !== '' || !specs.type) this.noType(specs);
        vars.push(this.variable(specs, declarator, place));
      }
      if (!this.accept(',')) break;
    }
    this.expect(';', 'after the declaration');
    if (vars.length > 0) decls.push({ kind: 'vars', vars, span: this.since(varsFrom) });
    return decls;
  }
  /** Constructors, destructors and conversions have no type before their names. */
  private startsNamelessType(): boolean {
    if (this.is('~') || this.is('operator')) return true;
    if (!this.atName) return false;
    const { special, kind } = this.peekName();
    const { currentClass } = this;
    const own = currentClass?.kind === 'class' && currentClass.id === this.text && this.ahead(1).text === '(';
    return special !== '' || (own && kind !== 'value');
  }
  private noType(specs: Specifiers): never {
    if (specs.type === null && this.atName) {
      const { name, kind } = this.name();
      const id = name.parts.map((p) => p.id).join('::');
      if (kind !== 'unknown')
        fail(name.span, this.is('(') ? `${id} has no return type` : `${id} is not a type`);
      fail(name.span, `${id} is not declared`, '', 'undeclared');
    }
    fail(this.here(), `expected a declaration, not ${this.describe()}`);
  }
  private voidType(): TypeNode {
    return { kind: 'builtin', name: 'void', isConst: false, span: this.here() };
  }

  // ── the smaller declarations ───────────────────────────────────────────────────────────────────────────────────

  private typedefs(specs: Specifiers): Decl[] {
    if (!specs.type) fail(this.here(), `expected a type, not ${this.describe()}`);
    const aliases: Decl[] = [];
    let { type: base, defined } = specs;
    do {
      const { name, type } = this.declarator(base, 'must', 'parameters');
      const id = name?.parts[0]?.id ?? '';
      this.declare(id, 'type', type === base ? specs.members : null);
      // ([dcl.typedef]/9) What is defined without a name has the first that it is given.
      const plain = base.kind === 'named' && !base.isConst;
      if (plain && type === base && defined !== null && isNameless(defined)) {
        defined = named(defined, { id, span: base.span });
        const own: Name = { kind: 'name', global: false, parts: [{ id, span: base.span }], span: base.span };
        base = { kind: 'named', name: own, isConst: false, span: base.span };
      } else aliases.push({ kind: 'alias', id, type, span: this.since(specs.start) });
    } while (this.accept(','));
    this.expect(';', 'after the typedef');
    return defined === null ? aliases : [defined, ...aliases];
  }

  /** `using A::x, B::y;` names several. */
  private usingDeclarations(): Decl[] {
    const decls = [this.usingDeclaration()];
    while (this.is(',')) decls.push(this.usingName(this.pos++));
    this.expect(';', 'after the using-declaration');
    return decls;
  }
  /** All but the semicolon. */
  private usingDeclaration(): Decl {
    const start = this.pos++;
    if (this.accept('namespace')) {
      const { name, kind, sym } = this.name();
      if (kind !== 'namespace' && kind !== 'unknown') fail(name.span, 'using namespace needs a namespace');
      if (sym?.scope) this.scope.seen.push(sym.scope);
      return { kind: 'using', name, isNamespace: true, isEnum: false, pack: false, span: this.since(start) };
    }
    if (this.accept('enum')) {
      const { name, sym } = this.name();
      if (sym?.scope) this.scope.seen.push(sym.scope);
      return { kind: 'using', name, isNamespace: false, isEnum: true, pack: false, span: this.since(start) };
    }
    if (this.atId && (this.ahead(1).text === '=' || this.ahead(1).text === '[')) {
      const id = this.next().text;
      this.skipAttributes();
      this.expect('=');
      const isTemplate = this.scope.kind === 'template';
      // The name of the aliased type's members, so that `using Q = Queue<int>; Q::Node` is read.
      const members = this.peeking(() => this.specifiers(false).members);
      const type = this.typeId();
      this.declare(id, isTemplate ? 'typeTemplate' : 'type', type.kind === 'named' ? members : null);
      return { kind: 'alias', id, type, span: this.since(start) };
    }
    return this.usingName(start);
  }
  private usingName(start: number): Decl {
    const isTypename = this.accept('typename');
    const { name, sym, special } = this.name(isTypename);
    const parts = name.parts;
    const last = parts.at(-1)?.id ?? '';
    const inherited = special === 'constructor' || parts.at(-2)?.id === last;
    const pack = this.accept('...');
    if (!inherited) {
      const where = this.home;
      this.declare(last, isTypename ? 'type' : (sym?.kind ?? 'value'), sym?.scope ?? null, where);
    }
    return { kind: 'using', name, isNamespace: false, isEnum: false, pack, span: this.since(start) };
  }

  private namespaceDeclaration(): Decl {
    const start = this.pos;
    const inline = this.accept('inline');
    this.expect('namespace');
    this.skipAttributes();
    const path: string[] = [];
    if (this.atId && this.ahead(1).text === '=') {
      const id = this.next().text;
      this.pos++;
      const { name, sym } = this.name();
      this.expect(';', 'after the namespace alias');
      this.declare(id, 'namespace', sym?.scope ?? null);
      return { kind: 'namespaceAlias', id, target: name, span: this.since(start) };
    }
    let scope = this.scope;
    if (this.is('{')) scope = openNamespace(scope, '');
    while (this.atId) {
      const isInline = inline || this.accept('inline');
      const id = this.next().text;
      path.push(id);
      scope = openNamespace(scope, id, isInline);
      if (!this.accept('::')) break;
      this.accept('inline');
    }
    const open = this.expect('{', 'after the name of the namespace');
    const body: Decl[] = [];
    this.within(scope, () => {
      while (!this.is('}') && !this.atEnd)
        this.recovering(() => void body.push(...this.declaration('namespace')));
    });
    if (!this.accept('}')) fail(this.spanOf(open), "this '{' is not closed");
    return { kind: 'namespace', path, inline, body, span: this.since(start) };
  }
  /** `extern "C" { … }`: the declarations as they are. */
  private linkage(place: Place): Decl[] {
    this.pos += 2;
    if (!this.accept('{')) return this.declaration(place);
    const decls: Decl[] = [];
    while (!this.is('}') && !this.atEnd) this.recovering(() => void decls.push(...this.declaration(place)));
    this.expect('}');
    return decls;
  }

  private staticAssert(): Decl {
    const start = this.pos++;
    this.expect('(');
    const cond = this.constant();
    let message = '';
    if (this.accept(',')) {
      const { kind, value } = this.next();
      if (kind === 'string') message = String(value);
      else fail(this.here(), 'the message of static_assert is a string');
    }
    this.expect(')');
    this.expect(';', 'after static_assert');
    return { kind: 'staticAssert', cond, message, span: this.since(start) };
  }
}
