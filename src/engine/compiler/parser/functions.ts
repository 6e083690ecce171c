/** Functions: what follows their parameters, initializers of members, bodies. */
import type { BlockStmt, FunctionDecl, MemberInit, Name, TypeNode } from '../ast';
import { fail } from '../diagnostics';
import type { Scope } from './scope';
import type { Specifiers } from './specifiers';
import type { Declarator, FunctionParts } from './types';
import { type Mutable, type Place, Variables } from './variables';

export abstract class Functions extends Variables {
  protected functionDeclaration(
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
      // ([class.free]) Whoever makes or frees an object has none yet.
      isStatic: flags.has('static') || /^operator (?:new|delete)/.test(id),
      isVirtual: flags.has('virtual'),
      isOverride,
      isExplicit: flags.has('explicit'),
      isNoexcept: fn.isNoexcept,
      mayThrow: fn.mayThrow,
      noexceptIf: fn.noexceptIf,
      requires: fn.requires,
      isConstexpr: flags.has('constexpr') || flags.has('consteval'),
      refQualifier: fn.refQualifier,
      inits: [],
      body: null,
      handlers: [],
      special: '',
      span: this.since(specs.start),
    };
    if (this.is('=')) decl.special = this.specialBody();
    else if (this.is('{') || this.is(':') || this.is('try')) this.functionBody(decl, fn.scope, place);
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
      const isTry = this.accept('try');
      if (this.is(':')) decl.inits = this.memberInits();
      decl.body = this.body();
      if (isTry) decl.handlers = this.handlers();
    };
    if (place !== 'class' || !this.pending) {
      this.within(scope, read);
      return;
    }
    const from = this.pos;
    this.later(from, scope, read);
    const isTry = this.accept('try');
    if (this.accept(':')) {
      do {
        this.skipInitialised();
        this.skipBalanced();
        this.accept('...');
      } while (this.accept(','));
    }
    if (!this.is('{')) fail(this.here(), `expected the body of the function, not ${this.describe()}`);
    const open = this.pos;
    this.skipBalanced();
    // Until it is read: an empty one, so that the declaration is seen to have a body.
    decl.body = { kind: 'block', body: [], end: this.spanOf(this.ahead(-1)), span: this.since(open) };
    while (isTry && this.accept('catch')) {
      this.skipBalanced();
      this.skipBalanced();
    }
  }
  /** What a member initializer names, template arguments included: to the bracket behind it. */
  private skipInitialised(): void {
    let angles = 0;
    while (!this.atEnd) {
      const isBracket = this.is('(') || this.is('{');
      if (isBracket && angles === 0) return;
      if (this.is('<')) angles++;
      if (this.is('>')) angles--;
      if (isBracket) this.skipBalanced();
      else this.pos++;
    }
  }
  private body(): BlockStmt {
    return this.angled(false, () => this.functionBlock());
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
      const pack = this.accept('...');
      inits.push({ name, args, braced, pack, span: this.since(start) });
    } while (this.accept(','));
    return inits;
  }
}

function conversionOf(name: Name): TypeNode | null {
  return name.parts.at(-1)?.conversion ?? null;
}
