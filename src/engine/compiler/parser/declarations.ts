/** Variables, functions, namespaces, using: what stands at namespace and block scope. Classes and templates are the next two files. */
import type {
  BlockStmt,
  Decl,
  Expr,
  FunctionDecl,
  Initializer,
  MemberInit,
  Name,
  RangeDecl,
  TypeNode,
  VarDecl,
} from '../ast';
import { fail, unsupported } from '../diagnostics';
import { openNamespace, type Scope } from './scope';
import { Statements } from './statements';
import type { Declarator, FunctionParts, Specifiers } from './types';

export type Place = 'namespace' | 'class' | 'block';
type Mutable<T> = { -readonly [K in keyof T]: T[K] };
type Bindings = { readonly id: string; readonly span: Decl['span'] }[];

const REFUSED: Record<string, readonly [what: string, hint: string]> = {
  asm: ['asm', 'use std::atomic'],
  concept: ['a concept', 'use a plain template parameter'],
  export: ['a module', 'use #include'],
  import: ['a module', 'use #include'],
  module: ['a module', 'use #include'],
};

export abstract class Declarations extends Statements {
  /** Bodies and initializers of class members, read once the outermost class is known; null outside of classes. */
  protected pending: (() => void)[] | null = null;

  protected abstract templateDeclaration(place: Place): Decl[];

  /** One declaration; `struct P {…} p;` gives two. */
  protected declaration(place: Place): Decl[] {
    this.skipAttributes();
    const start = this.pos;
    const { text, token } = this;
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
        return [this.usingDeclaration()];
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
    return this.simpleDeclaration(place);
  }
  protected blockDeclaration(): Decl[] {
    return this.declaration('block');
  }

  // ── specifiers, then declarators ───────────────────────────────────────────────────────────────────────────────

  protected simpleDeclaration(place: Place): Decl[] {
    if (place !== 'block' && this.atId && this.ahead(1).text === '(' && !this.scope.lookup(this.text))
      fail(this.here(), `${this.text} has no return type`, 'write void for a function that returns nothing');
    const specs = this.specifiers(true);
    const decls = specs.defined ? [specs.defined] : [];
    if (specs.flags.has('typedef')) return [...decls, ...this.typedefs(specs)];
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

  /** `a = 1, *b;` or a function, up to and including `;` or the body. */
  private declarators(specs: Specifiers, place: Place): Decl[] {
    const decls: Decl[] = [];
    const vars: VarDecl[] = [];
    const varsFrom = specs.start;
    for (;;) {
      if (!specs.type && !this.startsNamelessType()) this.noType(specs);
      // An unnamed bit-field.
      if (place === 'class' && this.is(':')) this.refuseBitField();
      const base: TypeNode = specs.type ?? this.voidType();
      const declarator = this.declarator(base, 'must', place === 'class' ? 'parameters' : 'either');
      if (declarator.fn) {
        const fn = this.functionDeclaration(specs, declarator, declarator.fn, place);
        decls.push(fn);
        if (fn.body) return decls;
        if (fn.special !== '') break;
      } else {
        if (declarator.special !== '' || !specs.type) this.noType(specs);
        if (place === 'class' && this.is(':')) this.refuseBitField();
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
      fail(name.span, `${id} is not declared`);
    }
    fail(this.here(), `expected a declaration, not ${this.describe()}`);
  }
  private voidType(): TypeNode {
    return { kind: 'builtin', name: 'void', isConst: false, span: this.here() };
  }
  private refuseBitField(): never {
    unsupported(this.here(), 'a bit-field', 'use an ordinary field');
  }

  // ── variables ──────────────────────────────────────────────────────────────────────────────────────────────────

  private variable(specs: Specifiers, declarator: Declarator, place: Place): VarDecl {
    const { name, scope, type } = declarator;
    const parts = name?.parts ?? [];
    const last = parts.at(-1);
    if (!name || !last) fail(this.here(), 'expected a name');
    const qualifier: Name | null =
      parts.length > 1
        ? {
            ...name,
            parts: parts.slice(0, -1),
            span: { ...name.span, end: parts.at(-2)?.span.end ?? name.span.end },
          }
        : null;
    if (!qualifier) this.declare(last.id, this.scope.kind === 'template' ? 'valueTemplate' : 'value');
    const { flags } = specs;
    const decl: Mutable<VarDecl> = {
      id: last.id,
      idSpan: last.span,
      qualifier,
      type,
      init: { kind: 'none' },
      storage: {
        isStatic: flags.has('static'),
        isConstexpr: flags.has('constexpr') || flags.has('constinit'),
        isInline: flags.has('inline'),
        isThreadLocal: flags.has('thread_local'),
        isExtern: flags.has('extern'),
        isMutable: flags.has('mutable'),
      },
      span: this.since(specs.start),
    };
    if (this.pending && place === 'class' && (this.is('=') || this.is('{'))) {
      const from = this.pos;
      this.skipInitializer();
      this.later(from, this.scope, () => {
        decl.init = this.initializer();
        if (!/^[;,]$/.test(this.text))
          fail(this.here(), `expected ';' after the initializer, not ${this.describe()}`);
      });
    } else decl.init = this.within(scope ?? this.scope, () => this.initializer());
    decl.span = this.since(specs.start);
    return decl;
  }
  protected initializer(): Initializer {
    if (this.accept('=')) return { kind: 'copy', value: this.clause() };
    if (this.is('{')) return { kind: 'list', list: this.braced() };
    if (!this.is('(')) return { kind: 'none' };
    const from = this.pos;
    return { kind: 'direct', args: this.args('(', ')'), span: this.since(from) };
  }
  /** Over the initializer of a class member: to the `,` or `;` that is not inside brackets or template arguments. */
  private skipInitializer(): void {
    let angles = 0;
    while (!this.is(';') && !this.is('}') && !this.atEnd && !(angles === 0 && this.is(','))) {
      if (/^[([{]$/.test(this.text)) {
        this.skipBalanced();
        continue;
      }
      if (this.is('<') && (angles > 0 || this.templateBefore())) angles++;
      else if (this.is('>') && angles > 0) angles--;
      this.pos++;
    }
  }
  private templateBefore(): boolean {
    const { kind, text } = this.ahead(-1);
    if (/_cast$/.test(text)) return true;
    if (kind !== 'id') return false;
    const qualified = this.ahead(-2).text === '::';
    return (
      qualified || /Template$/.test(this.scope.lookup(text)?.kind ?? '') || this.env.memberTemplates.has(text)
    );
  }
  /** Reads what begins at token `from` when the class is complete, in `scope`. */
  protected later(from: number, scope: Scope, parse: () => void): void {
    this.pending?.push(() => {
      const back = this.pos;
      this.pos = from;
      this.within(scope, () => this.recovering(() => this.angled(false, parse)));
      this.pos = back;
    });
  }

  protected conditionDeclaration(): Decl {
    const specs = this.specifiers(true);
    if (!specs.type) fail(this.here(), `expected a type, not ${this.describe()}`);
    const declarator = this.declarator(specs.type, 'must', 'none');
    const variable = this.variable(specs, declarator, 'block');
    return { kind: 'vars', vars: [variable], span: this.since(specs.start) };
  }
  protected rangeDeclaration(): RangeDecl {
    const start = this.pos;
    this.skipAttributes();
    const { type: base } = this.specifiers(true);
    if (!base) fail(this.here(), `expected the type of the loop's variable, not ${this.describe()}`);
    if (base.kind === 'auto' && this.bindingAhead()) {
      const { type, bindings } = this.bindings(base);
      const at = bindings[0]?.span ?? this.here();
      return { type, id: '', idSpan: at, bindings, span: this.since(start) };
    }
    const { type, name } = this.declarator(base, 'must', 'none');
    const part = name?.parts[0];
    return {
      type,
      id: part?.id ?? '',
      idSpan: part?.span ?? this.here(),
      bindings: null,
      span: this.since(start),
    };
  }

  /** After `auto`: does `[`, `&[` or `&&[` follow? */
  private bindingAhead(): boolean {
    return this.is('[') || (/^&&?$/.test(this.text) && this.ahead(1).text === '[');
  }
  private bindings(base: TypeNode): { type: TypeNode; bindings: Bindings } {
    const type = this.pointers(base);
    const bindings: Bindings = [];
    this.expect('[');
    do {
      const token = this.expectId('a name');
      bindings.push({ id: token.text, span: this.spanOf(token) });
    } while (this.accept(','));
    this.expect(']');
    return { type, bindings };
  }
  private bindingInit(): Expr {
    if (this.accept('=')) return this.clause();
    const braced = this.is('{');
    const [value, more] = braced ? this.args('{', '}') : this.args('(', ')');
    if (!value || more) fail(this.here(), 'a structured binding is made from one value');
    return value;
  }

  // ── functions ──────────────────────────────────────────────────────────────────────────────────────────────────

  private functionDeclaration(
    specs: Specifiers,
    d: Declarator,
    fn: FunctionParts,
    place: Place,
  ): FunctionDecl {
    const { flags } = specs;
    const { name } = d;
    if (!name) fail(this.here(), 'expected the name of a function');
    const id = name.parts.at(-1)?.id ?? '';
    const role =
      d.special === 'constructor' || d.special === 'destructor' || d.special === 'conversion'
        ? d.special
        : 'plain';
    if (!specs.type && role === 'plain') fail(name.span, `${id} has no return type`);
    if (role === 'plain' && name.parts.length === 1) this.declareFunction(id);
    let isOverride = false;
    for (;;) {
      this.skipAttributes();
      if (this.is('override') || this.is('final')) isOverride ||= this.is('override');
      else break;
      this.pos++;
    }
    const decl: Mutable<FunctionDecl> = {
      kind: 'function',
      name,
      role,
      result:
        role === 'constructor' || role === 'destructor'
          ? null
          : role === 'conversion'
            ? conversionOf(name)
            : fn.result,
      params: fn.params,
      isConst: fn.isConst,
      isStatic: flags.has('static'),
      isVirtual: flags.has('virtual'),
      isOverride,
      isExplicit: flags.has('explicit'),
      isNoexcept: fn.isNoexcept,
      isConstexpr: flags.has('constexpr') || flags.has('consteval'),
      refQualifier: fn.refQualifier,
      inits: [],
      body: null,
      special: '',
      span: this.since(specs.start),
    };
    if (this.is('=')) decl.special = this.specialBody();
    else if (this.is('try'))
      unsupported(this.here(), 'try/catch', 'return a bool or an std::optional instead of throwing');
    else if (this.is('{') || this.is(':')) this.functionBody(decl, fn.scope, place);
    decl.span = this.since(specs.start);
    return decl;
  }
  private specialBody(): FunctionDecl['special'] {
    this.expect('=');
    const { text } = this.next();
    if (text === 'default' || text === 'delete') return text;
    if (text === '0') return 'pure';
    fail(this.here(), "expected default, delete or 0 after '='");
  }
  /** The initializers and the block; in a class only skipped now, and read when all members are known. */
  private functionBody(decl: Mutable<FunctionDecl>, scope: Scope, place: Place): void {
    const read = (): void => {
      if (this.is(':')) decl.inits = this.memberInits();
      decl.body = this.body();
    };
    if (place !== 'class' || !this.pending) {
      this.within(scope, read);
      return;
    }
    const from = this.pos;
    this.later(from, scope, read);
    if (this.accept(':')) {
      do {
        while (!this.is('(') && !this.is('{') && !this.atEnd) this.pos++;
        this.skipBalanced();
        this.accept('...');
      } while (this.accept(','));
    }
    if (!this.is('{')) fail(this.here(), `expected the body of the function, not ${this.describe()}`);
    const open = this.pos;
    this.skipBalanced();
    // Until it is read: an empty one, so that the declaration is seen to have a body.
    decl.body = { kind: 'block', body: [], end: this.spanOf(this.ahead(-1)), span: this.since(open) };
  }
  private body(): BlockStmt {
    return this.angled(false, () => this.block());
  }
  private memberInits(): MemberInit[] {
    const inits: MemberInit[] = [];
    this.expect(':');
    do {
      const start = this.pos;
      const { name } = this.name();
      const braced = this.is('{');
      if (!braced && !this.is('(')) fail(this.here(), `expected '(' or '{' after ${name.parts.at(-1)?.id}`);
      const args = braced ? this.args('{', '}') : this.args('(', ')');
      this.accept('...');
      inits.push({ name, args, braced, span: this.since(start) });
    } while (this.accept(','));
    return inits;
  }

  // ── the smaller declarations ───────────────────────────────────────────────────────────────────────────────────

  private typedefs(specs: Specifiers): Decl[] {
    if (!specs.type) fail(this.here(), `expected a type, not ${this.describe()}`);
    const decls: Decl[] = [];
    do {
      const { name, type } = this.declarator(specs.type, 'must', 'parameters');
      const id = name?.parts[0]?.id ?? '';
      this.declare(id, 'type', type === specs.type ? specs.members : null);
      decls.push({ kind: 'alias', id, type, span: this.since(specs.start) });
    } while (this.accept(','));
    this.expect(';', 'after the typedef');
    return decls;
  }

  private usingDeclaration(): Decl {
    const start = this.pos++;
    if (this.accept('namespace')) {
      const { name, kind, sym } = this.name();
      if (kind !== 'namespace' && kind !== 'unknown') fail(name.span, 'using namespace needs a namespace');
      this.expect(';', 'after the using-directive');
      if (sym?.scope) this.scope.seen.push(sym.scope);
      return { kind: 'using', name, isNamespace: true, span: this.since(start) };
    }
    if (this.is('enum'))
      unsupported(this.here(), 'using enum', 'write the enumerators with their enum: State::Idle');
    if (this.atId && (this.ahead(1).text === '=' || this.ahead(1).text === '[')) {
      const id = this.next().text;
      this.skipAttributes();
      this.expect('=');
      const isTemplate = this.scope.kind === 'template';
      // The name of the aliased type's members, so that `using Q = Queue<int>; Q::Node` is read.
      const members = this.peeking(() => this.specifiers(false).members);
      const type = this.typeId();
      this.declare(id, isTemplate ? 'typeTemplate' : 'type', type.kind === 'named' ? members : null);
      this.expect(';', 'after the alias');
      return { kind: 'alias', id, type, span: this.since(start) };
    }
    const isTypename = this.accept('typename');
    const { name, sym, special } = this.name(isTypename);
    const parts = name.parts;
    const last = parts.at(-1)?.id ?? '';
    const inherited = special === 'constructor' || parts.at(-2)?.id === last;
    if (this.is(',')) unsupported(this.here(), 'several names in one using', 'write one using for each');
    this.expect(';', 'after the using-declaration');
    if (!inherited) {
      const where = this.home;
      this.declare(last, isTypename ? 'type' : (sym?.kind ?? 'value'), sym?.scope ?? null, where);
    }
    return { kind: 'using', name, isNamespace: false, span: this.since(start) };
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
    return { kind: 'namespace', path, body, span: this.since(start) };
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

function conversionOf(name: Name): TypeNode | null {
  return name.parts.at(-1)?.conversion ?? null;
}
