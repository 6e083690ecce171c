/**
 * Typed expressions → instructions. Four ways to ask for one: its value on the stack, its address on the stack, constructed into a
 * destination, or only its effects. Each is one dispatch with a case per node, in the order of typed.ts: what takes more than a few lines is
 * a method.
 */
import { assert } from '../../../base/assert';
import { FAULT_TERMINATE } from '../../bytecode/fault';
import * as op from '../../bytecode/opcodes';
import { addressOf } from '../check/build';
import { isWide, wordsOf } from '../check/types';
import type { Ex, GlobalVar } from '../typed';
import { CoroutineFrame } from './coroutine-frame';
import { Destinations } from './destinations';
import { type Destination, resultWords } from './lowering';
import { promoted } from './places';
import { endStatics } from './statics';

export class Expressions extends Destinations {
  value(e: Ex): void {
    switch (e.k) {
      case 'const':
        return isWide(e.type) ? this.em(e, op.CONST2, e.low, e.high) : this.em(e, op.CONST, e.low);
      case 'string':
        return this.em(e, op.GLOBAL, this.tables.string(e.text));
      case 'function':
        assert(e.fn.index >= 0, `${e.fn.name} has code`);
        return this.em(e, op.CONST, this.tables.valueOf(e.fn));
      case 'vtable':
        return this.em(e, op.GLOBAL, this.tables.vtable(e.cls));
      case 'load':
        return this.load(e);
      case 'addressOf':
        return this.address(e.place);
      case 'postStep':
        return this.postStep(e);
      case 'unary':
        return this.unary(e);
      case 'binary':
        return this.binary(e);
      case 'pointerAdd':
        this.value(e.pointer);
        this.value(e.index);
        if (e.negate) this.em(e, op.NEG);
        return this.em(e, op.OFFSET, this.elementWords(e.pointer.type));
      case 'pointerDiff':
        this.value(e.left);
        this.value(e.right);
        return this.em(e, op.DISTANCE, this.elementWords(e.left.type));
      case 'logical':
        return this.logical(e);
      case 'conditional':
        return this.branch(e, (x) => this.full(x.span, () => this.value(x)));
      case 'comma':
        this.effect(e.left);
        return this.value(e.right);
      case 'convert':
        this.value(e.arg);
        return this.convert(e.arg.type, e.type, e.span);
      case 'call':
      case 'callPointer':
      case 'callVirtual':
        return this.call(e, null);
      case 'op':
        return this.operation(e);
      case 'print':
        return this.print(e);
      case 'assert':
        return this.assert(e);
      case 'initialize':
        return this.initialize(e.place, e.init, e.span);
      case 'new':
        return this.allocate(e);
      case 'throw':
        this.value(e.call);
        return this.em(e, op.TRAP, FAULT_TERMINATE, this.tables.text('throw returned'));
      case 'thrownType':
        return this.em(e, op.CONST, this.tables.thrown(e.of));
      case 'nothing':
        return;
      case 'newFrame':
        return this.newFrame(e);
      case 'await':
        this.awaits(e);
        return this.value(e.resume);
      case 'endStatics':
        return endStatics(this.out, this.tables.statics);
      default:
        // A place or a class prvalue asked for its value: only void contexts get here with classes.
        if (resultWords(e.type) > 0) {
          this.address(e);
          return this.em(e, isWide(e.type) ? op.LOAD2 : op.LOAD);
        }
        return this.effect(e);
    }
  }

  protected load(e: Extract<Ex, { k: 'load' }>): void {
    const p = e.place;
    const target = promoted(p);
    if (target !== null) {
      if (p.k !== 'local') this.effect(p);
      return this.em(e, isWide(p.type) ? op.GET2 : op.GET, target);
    }
    this.address(p);
    this.em(e, isWide(e.type) ? op.LOAD2 : op.LOAD);
  }

  address(e: Ex): void {
    switch (e.k) {
      case 'typeInfo':
        return this.em(e, op.GLOBAL, this.tables.typeInfo(e.of));
      case 'local':
        return this.em(e, op.FRAME, e.v.slot);
      case 'global':
        return this.global(e, e.g, 0);
      case 'deref':
        this.value(e.pointer);
        if (e.check) this.em(e, op.NONNULL);
        return;
      case 'field':
        if (e.object.k === 'local') return this.em(e, op.FRAME, e.object.v.slot + e.offset);
        if (e.object.k === 'global') return this.global(e, e.object.g, e.offset);
        this.address(e.object);
        if (e.offset > 0) this.em(e, op.FIELD, e.offset);
        return;
      case 'element':
        this.address(e.array);
        this.value(e.index);
        return this.em(e, op.INDEX, wordsOf(e.type), e.length);
      case 'temporary': {
        // Bound to a reference, it was made before.
        if (this.frame.holds(e.v)) return this.em(e, op.FRAME, e.v.slot);
        const slot = this.frame.declare(e.v);
        this.em(e, op.STORAGE_LIVE, slot, wordsOf(e.v.type));
        this.into(e.init, () => this.em(e, op.FRAME, slot));
        this.frame.born(e.v);
        return this.em(e, op.FRAME, slot);
      }
      case 'assign': {
        const push = this.rightFirst(e.value, e.place);
        this.address(e.place);
        this.em(e, op.DUP, 1);
        push();
        return this.em(e, isWide(e.place.type) ? op.STORE2 : op.STORE);
      }
      case 'opAssign': {
        const push = this.rightBeforeRead(e);
        this.address(e.place);
        this.em(e, op.DUP, 1);
        return this.update(e, () => this.apply(e, push));
      }
      case 'preStep':
        this.address(e.place);
        this.em(e, op.DUP, 1);
        return this.update(e, () => this.addStep(e.place.type, e.by, e.span));
      case 'copy': {
        const push = this.rightFirst(addressOf(e.from), e.to);
        this.address(e.to);
        this.em(e, op.DUP, 1);
        push();
        return this.em(e, op.COPY, wordsOf(e.type));
      }
      case 'throw':
        return this.value(e);
      case 'await':
        this.awaits(e);
        return this.address(e.resume);
      case 'conditional':
        return this.branch(e, (x) => this.address(x));
      case 'comma':
        this.effect(e.left);
        return this.address(e.right);
      case 'string':
        return this.em(e, op.GLOBAL, this.tables.string(e.text));
      default: {
        // A prvalue whose address is wanted for the moment (the object of a call): scratch storage.
        const words = wordsOf(e.type);
        const slot = this.frame.scratch(words);
        this.em(e, op.STORAGE_LIVE, slot, words);
        this.into(e, () => this.em(e, op.FRAME, slot));
        return this.em(e, op.FRAME, slot);
      }
    }
  }

  protected global(e: Ex, g: GlobalVar, part: number): void {
    if (g.threadLocal) return this.em(e, op.THREADLOCAL, g.offset + part, this.tables.threadWords);
    this.em(e, op.GLOBAL, g.offset + part);
  }

  effect(e: Ex): void {
    switch (e.k) {
      case 'throw':
        return this.value(e);
      case 'await':
        this.awaits(e);
        return this.effect(e.resume);
      case 'assign': {
        const target = promoted(e.place);
        if (target !== null) {
          this.value(e.value);
          return this.em(e, isWide(e.place.type) ? op.SET2 : op.SET, target);
        }
        const push = this.rightFirst(e.value, e.place);
        this.address(e.place);
        push();
        return this.em(e, isWide(e.place.type) ? op.STORE2 : op.STORE);
      }
      case 'opAssign':
      case 'preStep':
      case 'postStep': {
        const wide = isWide(e.place.type);
        const target = promoted(e.place);
        const push = e.k === 'opAssign' ? this.rightBeforeRead(e) : null;
        const change = (): void =>
          e.k === 'opAssign' && push !== null
            ? this.apply(e, push)
            : this.addStep(e.place.type, e.k === 'opAssign' ? 0 : e.by, e.span);
        if (target !== null) {
          this.em(e, wide ? op.GET2 : op.GET, target);
          change();
          return this.em(e, wide ? op.SET2 : op.SET, target);
        }
        this.address(e.place);
        this.em(e, op.DUP, 1);
        this.em(e, wide ? op.LOAD2 : op.LOAD);
        change();
        return this.em(e, wide ? op.STORE2 : op.STORE);
      }
      case 'copy': {
        const push = this.rightFirst(addressOf(e.from), e.to);
        this.address(e.to);
        push();
        return this.em(e, op.COPY, wordsOf(e.type));
      }
      case 'comma':
        this.effect(e.left);
        return this.effect(e.right);
      case 'conditional':
        return this.branch(e, (x) => this.full(x.span, () => this.effect(x)));
      case 'nothing':
        return;
      case 'endStatics':
        return endStatics(this.out, this.tables.statics);
      case 'temporary':
        this.address(e);
        return this.em(e, op.DROP, 1);
      default:
        break;
    }
    if (e.cat !== 'p') {
      // A place evaluated for nothing: its address may have effects (a call that returns a reference).
      if (e.k === 'local' || e.k === 'global') return;
      this.address(e);
      return this.em(e, op.DROP, 1);
    }
    if (e.type.kind === 'class') {
      this.address(e);
      return this.em(e, op.DROP, 1);
    }
    this.value(e);
    const words = resultWords(e.type);
    if (words > 0) this.em(e, op.DROP, words);
  }

  into(e: Ex, to: Destination): void {
    if (e.k !== 'await') return super.into(e, to);
    this.awaits(e);
    super.into(e.resume, to);
  }
  private newFrame(e: Extract<Ex, { k: 'newFrame' }>): void {
    CoroutineFrame.make(
      (...code) => this.em(e, ...code),
      this.tables.frameType(e.of),
      this.tables.valueOf(e.of),
    );
  }
  /** Stops the coroutine unless what it awaits is ready; the operands that are on the stack are kept in the frame meanwhile. */
  private awaits(e: Extract<Ex, { k: 'await' }>): void {
    const { out, frame, coroutine } = this;
    assert(coroutine !== null, 'a coroutine awaits');
    const slot = frame.declare(e.awaiter);
    this.value(e.from);
    this.em(e, op.SET, slot);
    this.value(e.ready);
    const on = out.label();
    this.jump(e, op.JNZ, on);
    const operands = coroutine.height;
    const kept = frame.scratch(operands);
    for (let i = operands - 1; i >= 0; i--) this.em(e, op.SET, kept + i);
    const here = coroutine.stops(e.final);
    this.value(e.suspend);
    this.em(e, op.RET, 1);
    coroutine.goesOn(here, () => this.leaveCoroutine(e.span));
    for (let i = 0; i < operands; i++) this.em(e, op.GET, kept + i);
    out.place(on);
  }
}
