/** What is made somewhere: classes and aggregates in their places, objects on the heap, results of calls. */
import { assert } from '../../../base/assert';
import * as op from '../../bytecode/opcodes';
import type { Span } from '../../bytecode/program';
import { isWide, wordsOf } from '../check/types';
import type { Ex, Part } from '../typed';
import { type Destination, resultWords } from './lowering';
import { Operators } from './operators';
import { isSimple } from './places';
import { startedThread } from './thread-names';

/** What `address` answers without making something first. */
const ADDRESSED = new Set<Ex['k']>([
  'local',
  'global',
  'deref',
  'field',
  'element',
  'temporary',
  'assign',
  'copy',
  'conditional',
]);
export abstract class Destinations extends Operators {
  into(e: Ex, to: Destination): void {
    switch (e.k) {
      case 'throw':
        return this.value(e);
      case 'construct':
        to();
        for (const a of e.args) this.value(a);
        this.out.span = e.span;
        return this.callFn(e.fn);
      case 'call':
      case 'callPointer':
      case 'callVirtual':
        if (e.type.kind === 'class') return this.call(e, to);
        return this.storeInto(e, to);
      case 'aggregate':
        return this.aggregate(e, to);
      case 'bitCopy':
        to();
        this.address(e.from);
        return this.em(e, op.COPY, wordsOf(e.type));
      case 'fill':
        for (let i = 0; i < e.count; i++) this.into(e.init, this.offset(to, i * wordsOf(e.of), e));
        return;
      case 'conditional':
        if (e.type.kind !== 'class') return this.storeInto(e, to);
        return this.branch(e, (x) => this.full(x.span, () => this.into(x, to)));
      case 'comma':
        this.effect(e.left);
        return this.into(e.right, to);
      default:
        if (e.type.kind === 'class' || e.type.kind === 'array') {
          assert(ADDRESSED.has(e.k), () => `a ${e.k} gives no ${e.type.key}`);
          to();
          this.address(e);
          return this.em(e, op.COPY, wordsOf(e.type));
        }
        return this.storeInto(e, to);
    }
  }

  protected storeInto(e: Ex, to: Destination): void {
    to();
    this.value(e);
    this.em(e, isWide(e.type) ? op.STORE2 : op.STORE);
  }

  protected offset(to: Destination, by: number, e: Ex): Destination {
    if (by === 0) return to;
    return () => {
      to();
      this.em(e, op.FIELD, by);
    };
  }

  protected aggregate(e: Extract<Ex, { k: 'aggregate' }>, to: Destination): void {
    const covered = new Set<number>();
    for (const p of e.parts)
      for (let i = 0; i < Math.max(1, wordsOf(p.init.type)); i++) covered.add(p.offset + i);
    if (e.zero) {
      for (let i = 0; i < wordsOf(e.type); i++) {
        if (covered.has(i)) continue;
        this.offset(to, i, e)();
        this.em(e, op.CONST, 0);
        this.em(e, op.STORE);
      }
    }
    this.parts(e, e.parts, to);
  }

  /** Each part in order; the first ones end if a later one throws. */
  protected parts(e: Ex, parts: readonly Part[], to: Destination): void {
    const [first, ...rest] = parts;
    if (first === undefined) return;
    const at = this.offset(to, first.offset, e);
    this.into(first.init, at);
    const { destroy } = first;
    if (destroy === undefined || destroy === null || rest.length === 0) return this.parts(e, rest, to);
    const undo = (): void => {
      at();
      this.callFn(destroy);
    };
    this.frame.guarded(e.span, undo, () => this.parts(e, rest, to));
  }

  /** Constructs into a place: its address is computed once unless that is as cheap as remembering it. */
  initialize(place: Ex, init: Ex, span: Span): void {
    if (isSimple(place)) return this.into(init, () => this.address(place));
    const slot = this.frame.scratch();
    this.address(place);
    this.out.span = span;
    this.out.emit(op.SET, slot);
    this.into(init, () => this.out.emit(op.GET, slot));
  }

  protected allocate(e: Extract<Ex, { k: 'new' }>): void {
    const { init, storage } = e;
    const slot = this.frame.scratch();
    if (storage === null) this.em(e, op.NEW, this.tables.type(e.of));
    else this.value(storage.pointer);
    this.em(e, op.SET, slot);
    if (storage?.owned === false) {
      this.em(e, op.GET, slot);
      this.em(e, op.BIRTH, wordsOf(e.of));
    }
    const construct = (): void => {
      if (init !== null) this.into(init, () => this.em(e, op.GET, slot));
    };
    const giveBack = (): void => {
      this.em(e, op.GET, slot);
      this.em(e, op.FREE);
    };
    if (storage?.owned === false) construct();
    else this.frame.guarded(e.span, giveBack, construct);
    return this.em(e, op.GET, slot);
  }

  protected call(
    e: Extract<Ex, { k: 'call' | 'callPointer' | 'callVirtual' }>,
    to: Destination | null,
  ): void {
    if (e.type.kind === 'class' && to === null) {
      const slot = this.frame.scratch(wordsOf(e.type));
      this.em(e, op.STORAGE_LIVE, slot, wordsOf(e.type));
      return this.call(e, () => this.em(e, op.FRAME, slot));
    }
    if (e.k === 'callVirtual') return this.callVirtual(e, to);
    to?.();
    const [left, right] = e.args;
    if (e.k === 'call' && e.rightFirst === true && left !== undefined && right !== undefined) {
      const push = this.rightFirst(right, left);
      this.value(left);
      push();
    } else for (const a of e.args) this.value(a);
    this.out.span = e.span;
    if (this.decisive.has(e)) this.compared.push(...this.classComparison(e));
    if (e.k === 'call') {
      if (e.fn.library && e.fn.name === 'pthread_create') this.nameThread(startedThread(e.args[0]));
      return this.callFn(e.fn);
    }
    this.value(e.callee);
    this.callPointer(e, to);
  }
  private callPointer(e: Extract<Ex, { k: 'callPointer' | 'callVirtual' }>, to: Destination | null): void {
    this.em(e, op.CALLPTR, this.argWords(e.args) + (to === null ? 0 : 1));
    this.coroutine?.pushed(resultWords(e.type));
  }

  protected callVirtual(e: Extract<Ex, { k: 'callVirtual' }>, to: Destination | null): void {
    const [self, ...rest] = e.args;
    assert(self !== undefined, 'a virtual call has an object');
    const first = rest[0];
    const push = e.rightFirst === true && first !== undefined ? this.rightFirst(first, self) : null;
    const slot = this.frame.scratch();
    this.value(self);
    this.em(e, op.NONNULL);
    this.em(e, op.SET, slot);
    to?.();
    this.em(e, op.GET, slot);
    if (push !== null) push();
    else for (const a of rest) this.value(a);
    this.em(e, op.GET, slot);
    this.em(e, op.LOAD);
    if (e.slot > 0) this.em(e, op.FIELD, e.slot);
    this.em(e, op.LOAD);
    this.callPointer(e, to);
  }
}
