/** The frame of the function being lowered: slots of variables, nested scopes, and what must run when each is left. */
import { FAULT_TERMINATE } from '../../bytecode/fault';
import { CALL, GET, RESUME, SET, STORAGE_DEAD, TRAP } from '../../bytecode/opcodes';
import { FRAME_HEADER, type Local, type Span } from '../../bytecode/program';
import { guardOf, wordsOf } from '../check/types';
import type { Fn, LocalVar } from '../typed';
import type { Emitter, HandlerNode, Label } from './emitter';
import type { Tables } from './tables';

/** A destructor to run; `node` is its cleanup where exceptions may pass. */
interface End {
  readonly slot: number;
  readonly fn: Fn;
  node: HandlerNode | null;
}
/** A moment of a scope: destructors it has to run, and its first free word. */
export interface Mark {
  readonly ends: number;
  readonly next: number;
}
export interface OpenScope {
  readonly base: number;
  /** Destructors to run, in order of construction. */
  readonly ends: End[];
  readonly named: { readonly v: LocalVar; readonly begin: number; readonly from: number }[];
  readonly breaks: Label | null;
  readonly continues: Label | null;
  /** Around the scope. */
  readonly handler: HandlerNode | null;
}

export class Frame {
  readonly locals: Local[] = [];
  private readonly scopes: OpenScope[] = [];
  private next: number;
  private high: number;
  private readonly out: Emitter;
  private readonly tables: Tables;

  constructor(out: Emitter, tables: Tables, argWords: number) {
    this.out = out;
    this.tables = tables;
    this.next = argWords + FRAME_HEADER;
    this.high = this.next;
  }
  get words(): number {
    return this.high;
  }
  /** First word that nothing uses now. */
  get free(): number {
    return this.next;
  }
  get depth(): number {
    return this.scopes.length;
  }

  open(breaks: Label | null = null, continues: Label | null = null): void {
    const { handler } = this.out;
    this.scopes.push({ base: this.next, ends: [], named: [], breaks, continues, handler });
  }
  /** Leaves the innermost scope. `reachable` false: control never gets here, so nothing is emitted. */
  close(span: Span, reachable = true): void {
    const s = this.top();
    for (const { node } of s.ends) if (node !== null) node.span = span;
    if (reachable) this.out.at(span, () => this.leave(s));
    this.out.handler = s.handler;
    for (const { v, begin, from } of s.named)
      this.locals.push({
        name: v.name,
        type: this.tables.type(v.type),
        offset: v.slot,
        begin,
        from,
        to: this.out.pc,
        role: v.role,
      });
    this.scopes.pop();
    this.next = s.base;
  }
  /** The destructors and the end of storage of one scope. */
  private leave(s: OpenScope): void {
    this.destroy(s);
    const words = this.usedBy(s);
    if (words > 0) this.out.emit(STORAGE_DEAD, s.base, words);
  }
  private destroy(s: OpenScope): void {
    for (let i = s.ends.length - 1; i >= 0; i--) {
      const end = s.ends[i];
      if (end === undefined) continue;
      if (end.node !== null) this.out.handler = end.node.outer;
      this.callEnd(end.slot, end.fn);
    }
  }
  /** Set by the lowering: calls a destructor on a frame slot. */
  callEnd: (slot: number, fn: Fn) => void = () => {};
  private usedBy(s: OpenScope): number {
    const i = this.scopes.indexOf(s);
    const above = this.scopes[i + 1];
    return (above?.base ?? this.next) - s.base;
  }

  /** Before a jump out of all scopes from `depth` up: their destructors, innermost first. A return leaves the storage to RET. */
  unwind(depth: number, closing: boolean): void {
    const { handler } = this.out;
    for (let i = this.scopes.length - 1; i >= depth; i--) {
      const s = this.scopes[i];
      if (s === undefined) continue;
      if (closing) this.leave(s);
      else this.destroy(s);
    }
    this.out.handler = handler;
  }
  /** How much of the innermost scope there is now. */
  mark(): Mark {
    return { ends: this.top().ends.length, next: this.next };
  }
  /** Before a jump back to a label of the scope at `depth`: what was declared behind it ends. */
  leaveTo(depth: number, mark: Mark): void {
    const s = this.scopes[depth];
    if (s === undefined) return;
    const { handler } = this.out;
    const end = s.base + this.usedBy(s);
    this.destroy({ ...s, ends: s.ends.slice(mark.ends) });
    if (end > mark.next) this.out.emit(STORAGE_DEAD, mark.next, end - mark.next);
    this.out.handler = handler;
  }
  /** The innermost scope that break (or continue) leaves to, with its depth. */
  target(kind: 'breaks' | 'continues'): { label: Label; depth: number } | null {
    for (let i = this.scopes.length - 1; i >= 0; i--) {
      const label = this.scopes[i]?.[kind] ?? null;
      if (label !== null) return { label, depth: i + 1 };
    }
    return null;
  }

  /** Words for a scratch value that lives until the scope ends. */
  scratch(words = 1): number {
    const slot = this.next;
    this.next += words;
    this.high = Math.max(this.high, this.next);
    return slot;
  }
  /** Storage for a variable in the innermost scope. */
  declare(v: LocalVar): number {
    v.slot = this.scratch(v.indirect || v.type.kind === 'reference' ? 1 : wordsOf(v.type) + guardOf(v.type));
    this.begins.set(v, this.out.pc);
    return v.slot;
  }
  private readonly begins = new Map<LocalVar, number>();
  /** From here on the variable exists: shown to people, destroyed when its scope is left. */
  born(v: LocalVar): void {
    const s = this.top();
    const from = this.out.pc;
    if (v.name !== '') s.named.push({ v, begin: this.begins.get(v) ?? from, from });
    const { slot, destroy } = v;
    if (destroy === null) return;
    const { out } = this;
    const before = out.handler;
    const write = (): void => this.callEnd(slot, destroy);
    this.guardedBy.set(write, v);
    out.guard(out.span, write);
    s.ends.push({ slot, fn: destroy, node: out.handler === before ? null : out.handler });
  }
  /** Runs `write` so that `undo` runs if it throws; temporaries that it made stay guarded. */
  guarded(span: Span, undo: () => void, write: () => void): void {
    const { out } = this;
    const before = out.handler;
    out.guard(span, undo);
    const own = out.handler;
    write();
    if (own === before) return;
    const above: HandlerNode[] = [];
    for (let at = out.handler; at !== null && at !== own; at = at.outer) above.unshift(at);
    out.handler = before;
    for (const node of above) {
      out.guard(node.span, node.write);
      for (const s of this.scopes) for (const end of s.ends) if (end.node === node) end.node = out.handler;
    }
  }
  /** Words of the frame that `write` uses at most, from where it is free now: for what an exception leaves behind there. */
  measure(write: () => void): number {
    const { high, next } = this;
    this.high = next;
    write();
    const used = this.high - next;
    this.high = Math.max(high, this.high);
    return used;
  }
  /** The code of all cleanups of the function that can be reached, and of its end if it is noexcept; see Emitter.sites. */
  writePads(firstSite: number, violation: HandlerNode, escaped: Fn | null): void {
    const { out } = this;
    this.next = this.high;
    const slot = this.scratch();
    const write = (node: HandlerNode | null): void => {
      if (node === null || node.pad >= 0) return;
      node.pad = out.pc;
      out.span = node.span;
      if (node.kind === 'noexcept') {
        if (escaped !== null) out.emit(CALL, escaped.index);
        out.emit(TRAP, FAULT_TERMINATE, this.tables.text('an exception leaves a noexcept function'));
        return;
      }
      out.handler = violation;
      out.emit(SET, slot);
      node.write();
      out.emit(GET, slot);
      out.handler = node.outer;
      out.emit(RESUME);
      this.showVariables(node);
    };
    for (let i = firstSite; i < out.sites.length; i++)
      for (let at: HandlerNode | null = out.sites[i]?.node ?? null; at !== null; at = at.outer) write(at);
    out.handler = null;
  }
  /** While a cleanup runs, what it and those around it end still exists. */
  private showVariables(from: HandlerNode): void {
    for (let at: HandlerNode | null = from; at !== null; at = at.outer) {
      const v = this.guardedBy.get(at.write);
      if (v === undefined || v.name === '') continue;
      const type = this.tables.type(v.type);
      const { pad } = from;
      this.locals.push({
        name: v.name,
        type,
        offset: v.slot,
        begin: pad,
        from: pad,
        to: this.out.pc,
        role: v.role,
      });
    }
  }
  private readonly guardedBy = new Map<() => void, LocalVar>();
  /** Was it made in a scope that is open, for longer than its full expression? */
  holds(v: LocalVar): boolean {
    return this.bound.has(v);
  }
  private readonly bound = new Set<LocalVar>();
  /** Storage for a temporary that lives as long as the reference it is bound to. */
  keep(v: LocalVar): number {
    this.bound.add(v);
    return this.declare(v);
  }
  private top(): OpenScope {
    const s = this.scopes[this.scopes.length - 1];
    if (s === undefined) throw new Error('bug in the compiler: no open scope');
    return s;
  }
}
