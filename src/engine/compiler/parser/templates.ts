/** `template <…>` and what it heads. The parameters live in a scope of their own around the declaration. */
import type { Decl, Name, TemplateParam, TypeNode } from '../ast';
import { fail } from '../diagnostics';
import { Classes } from './classes';
import type { Place } from './variables';

export class Parser extends Classes {
  /** The whole file. `headers` are those included by it. */
  unit(headers: readonly string[]): Decl[] {
    for (const header of headers) this.included.add(header);
    const decls: Decl[] = [];
    while (!this.atEnd) this.recovering(() => void decls.push(...this.topDeclaration()));
    return decls;
  }
  private topDeclaration(): Decl[] {
    if (this.is('}')) {
      this.pos++;
      fail(this.spanOf(this.ahead(-1)), "this '}' closes nothing");
    }
    return this.declaration('namespace');
  }

  protected templateDeclaration(place: Place): Decl[] {
    const start = this.pos++;
    if (!this.is('<')) {
      // An explicit instantiation: everything is instantiated on use anyway.
      while (!this.accept(';') && !this.atEnd) this.pos++;
      return [{ kind: 'emptyDecl', span: this.since(start) }];
    }
    if (place === 'block') fail(this.here(), 'a template cannot stand inside a function');
    return this.within(this.child('template'), () => {
      const params = this.templateParams();
      const requires = this.requiresClause();
      const decls = this.is('friend')
        ? [this.friend()]
        : this.is('concept')
          ? [this.concept()]
          : this.declaration(place);
      const [decl, more] = decls;
      if (!decl || more) fail(this.since(start), 'a template is one class, function, alias or variable');
      return [{ kind: 'template', params, requires, decl, span: this.since(start) }];
    });
  }
  private concept(): Decl {
    const start = this.pos++;
    const id = this.expectId('the name of the concept').text;
    this.expect('=');
    const value = this.expression();
    this.declare(id, 'concept');
    this.expect(';', 'after the concept');
    return { kind: 'concept', id, value, span: this.since(start) };
  }

  protected templateParams(): TemplateParam[] {
    this.expect('<');
    const params: TemplateParam[] = [];
    this.angled(true, () => {
      while (!this.is('>')) {
        params.push(this.templateParam());
        if (!this.accept(',')) break;
      }
    });
    this.expect('>', 'after the template parameters');
    return params;
  }
  private templateParam(): TemplateParam {
    const start = this.pos;
    const { text } = this;
    if (text === 'template') return this.templateTemplateParam();
    const constrained = this.atName && this.peekName().kind === 'concept';
    const constraint = constrained ? this.name().name : null;
    if (constrained && !this.is('auto')) return this.typeParam(start, constraint);
    if ((text === 'typename' || text === 'class') && this.ahead(2).text !== '::') {
      this.pos++;
      return this.typeParam(start, null);
    }
    // `T::type = 0` needs no typename here ([temp.res.general]/5).
    const isDependent = this.atName && this.peekName().name.parts.length > 1 && !this.startsType();
    const { type: base } = isDependent ? this.dependentType() : this.specifiers(false);
    if (!base) fail(this.here(), `expected a template parameter, not ${this.describe()}`);
    const { type, name, pack } = this.declarator(base, 'may', 'parameters');
    const id = name?.parts[0]?.id ?? '';
    this.declare(id, 'value', null, this.scope);
    const defaultValue = this.accept('=') ? this.constant() : null;
    return { kind: 'valueParam', id, pack, type, defaultValue, span: this.since(start) };
  }
  private dependentType(): { type: TypeNode } {
    const { name } = this.name(true);
    return { type: { kind: 'named', name, isConst: false, span: name.span } };
  }
  private typeParam(start: number, constraint: Name | null): TemplateParam {
    const pack = this.accept('...');
    const id = this.atId ? this.next().text : '';
    this.declare(id, 'type', null, this.scope);
    const defaultType = this.accept('=') ? this.typeId() : null;
    return { kind: 'typeParam', id, pack, defaultType, constraint, span: this.since(start) };
  }
  /** `template <class, class...> class C` */
  private templateTemplateParam(): TemplateParam {
    const start = this.pos++;
    this.within(this.child('template'), () => this.templateParams());
    if (!this.accept('class')) this.expect('typename');
    const pack = this.accept('...');
    const id = this.atId ? this.next().text : '';
    this.declare(id, 'typeTemplate', null, this.scope);
    const defaultName = this.accept('=') ? this.name().name : null;
    return { kind: 'templateParam', id, pack, defaultName, span: this.since(start) };
  }
}
