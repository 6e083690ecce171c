/** Names and what they stand for: nested scopes, each a map from identifier to entity. */
import type { Span } from '../../bytecode/program';
import type { TemplateDecl } from '../ast';
import type { Ex, Fn, GlobalVar, LocalVar } from '../typed';
import type { AliasTemplate, ClassInfo, ClassTemplate, FunctionEntity, TemplateValue, Type } from './types';

export type Entity =
  | { readonly kind: 'local'; readonly v: LocalVar }
  /** A function parameter pack: one variable per element. */
  | { readonly kind: 'localPack'; readonly items: readonly LocalVar[] }
  | { readonly kind: 'global'; readonly g: GlobalVar }
  /** Another name for a place: a structured binding (owner: its function), a lambda's capture (owner: its closure). */
  | CapturedPlace
  /** What a lambda captures of a parameter pack. */
  | { readonly kind: 'placePack'; readonly items: readonly CapturedPlace[] }
  /** A data member, named without an object. */
  | { readonly kind: 'field'; readonly cls: ClassInfo; readonly name: string }
  | { readonly kind: 'constant'; readonly value: bigint; readonly type: Type }
  | { readonly kind: 'functions'; readonly list: FunctionEntity[] }
  | { readonly kind: 'type'; readonly type: Type }
  | { readonly kind: 'templateValue'; readonly value: TemplateValue }
  | ClassTemplate
  | AliasTemplate
  | {
      readonly kind: 'variableTemplate';
      readonly decl: TemplateDecl;
      readonly scope: Scope;
      readonly specializations: TemplateDecl[];
      readonly instances: Map<string, Entity>;
    }
  | { readonly kind: 'concept'; readonly decl: TemplateDecl; readonly scope: Scope }
  | { readonly kind: 'namespace'; readonly scope: Scope };

/** Whether a declaration stands in a header of the library, as those outside of std do too: file 0 is the user's. */
export const isOfHeader = ({ file }: Span): boolean => file !== 0;
export interface CapturedPlace {
  readonly kind: 'place';
  readonly owner: Fn | ClassInfo;
  readonly make: (fn: Fn) => Ex;
}

/** What the name of a template's parameter stands for inside. */
export const entityOf = (value: TemplateValue): Entity =>
  value.kind === 'template' ? value.entity : { kind: 'templateValue', value };

const NAMES_A_TYPE: ReadonlySet<Entity['kind']> = new Set([
  'type',
  'classTemplate',
  'aliasTemplate',
  'templateValue',
]);

const NONE: readonly Scope[] = [];

export class Scope {
  readonly parent: Scope | null;
  readonly names = new Map<string, Entity>();
  /** Classes and enumerations whose names variables or functions of this scope have taken ([basic.scope.hiding]/2). */
  private hidden: Map<string, Entity> | null = null;
  /** `using namespace` of a namespace: searched with this scope. */
  readonly usings: Scope[] = [];
  /** `using namespace` of a block: searched as if its names stood around all classes and functions ([namespace.udir]/2). */
  readonly directives: Scope[] = [];
  /** Set for a class scope: its base's members are found too. */
  cls: ClassInfo | null = null;
  /** 'std' and 'detail' names: the compiler's own headers. */
  readonly library: boolean;
  /** 'kv::Stream' style prefix for names declared here. */
  readonly path: string;

  constructor(parent: Scope | null, library: boolean, path = '') {
    this.parent = parent;
    this.library = library;
    this.path = path;
  }

  /** Only in this scope (its base classes and using-directives included). */
  own(id: string): Entity | undefined {
    const here = this.names.get(id);
    if (here !== undefined) return here;
    for (const { info } of this.cls?.bases ?? []) {
      const found = info.scope.ofClass(id);
      if (found !== undefined) return found;
    }
    for (const u of this.usings) {
      const found = u.own(id);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  /** In this class or one it derives from. */
  private ofClass(id: string): Entity | undefined {
    const here = this.names.get(id);
    if (here !== undefined) return here;
    for (const { info } of this.cls?.bases ?? []) {
      const found = info.scope.ofClass(id);
      if (found !== undefined) return found;
    }
    return undefined;
  }
  /** Here or in an enclosing scope, innermost first. */
  find(id: string): Entity | undefined {
    return this.around((s) => s.own(id));
  }
  private around(seek: (scope: Scope) => Entity | undefined): Entity | undefined {
    let directives: readonly Scope[] = NONE;
    for (let s: Scope | null = this; s !== null; s = s.parent) {
      const found = seek(s);
      if (found !== undefined) return found;
      if (s.directives.length > 0) directives = [...directives, ...s.directives];
    }
    for (const s of directives) {
      const found = seek(s);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  /**
   * The functions that a call by this name may mean: where it is found, those of the namespaces that are used there stand beside its own
   * ([namespace.udir]/6).
   */
  functionsAlike(id: string): readonly FunctionEntity[] {
    let used: readonly Scope[] = NONE;
    for (let s: Scope | null = this; s !== null; s = s.parent) {
      used = s.directives.length > 0 ? [...used, ...s.directives] : used;
      const here = s.names.get(id);
      if (here === undefined) continue;
      if (here.kind !== 'functions' || s.cls !== null) return [];
      const others = [...s.usings, ...used].flatMap((u) => {
        const found = u.own(id);
        return found?.kind === 'functions' && found !== here ? found.list : [];
      });
      return others.length === 0 ? here.list : [...new Set([...here.list, ...others])];
    }
    return [];
  }
  /** Where only a type can be meant, what is none does not count; undefined where there is none. */
  findType(id: string): Entity | undefined {
    return this.around((s) => {
      const found = s.hidden?.get(id) ?? s.own(id);
      return found !== undefined && NAMES_A_TYPE.has(found.kind) ? found : undefined;
    });
  }
  /** What a class or enumeration of the name is declared as here. */
  ownType(id: string): Entity | undefined {
    const known = this.hidden?.get(id) ?? this.names.get(id);
    return known !== undefined && NAMES_A_TYPE.has(known.kind) ? known : undefined;
  }
  /** Enters a class or enumeration: a variable or a function of the name hides it. */
  setType(id: string, type: Type): void {
    const known = this.names.get(id);
    const isHidden = known !== undefined && !NAMES_A_TYPE.has(known.kind);
    (isHidden ? this.hide() : this.names).set(id, { kind: 'type', type });
  }
  /** Before something that is no type gets the name. */
  hideType(id: string): void {
    const known = this.names.get(id);
    if (known?.kind !== 'type' || (known.type.kind !== 'class' && known.type.kind !== 'enum')) return;
    this.names.delete(id);
    this.hide().set(id, known);
  }
  private hide(): Map<string, Entity> {
    this.hidden ??= new Map();
    return this.hidden;
  }

  /** The class whose members a body in this scope may name without an object. */
  enclosingClass(): ClassInfo | null {
    for (let s: Scope | null = this; s !== null; s = s.parent) if (s.cls !== null) return s.cls;
    return null;
  }
}
