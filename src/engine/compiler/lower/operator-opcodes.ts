/** The instruction of a binary operator, by the type of its operands. */
import * as op from '../../bytecode/opcodes';
import { isFloat, isUnsigned, isWide, type Type } from '../check/types';
import type { BinaryOp } from '../typed';

const NARROW_OPS: Record<BinaryOp, number> = {
  '+': op.ADD,
  '-': op.SUB,
  '*': op.MUL,
  '/': op.DIV,
  '%': op.MOD,
  '&': op.AND,
  '|': op.OR,
  '^': op.XOR,
  '<<': op.SHL,
  '>>': op.SHR,
  '==': op.EQ,
  '!=': op.NE,
  '<': op.LT,
  '<=': op.LE,
  '>': op.GT,
  '>=': op.GE,
};
const WIDE_OPS: Record<BinaryOp, number> = {
  '+': op.ADD2,
  '-': op.SUB2,
  '*': op.MUL2,
  '/': op.DIV2,
  '%': op.MOD2,
  '&': op.AND2,
  '|': op.OR2,
  '^': op.XOR2,
  '<<': op.SHL2,
  '>>': op.SHR2,
  '==': op.EQ2,
  '!=': op.NE2,
  '<': op.LT2,
  '<=': op.LE2,
  '>': op.GT2,
  '>=': op.GE2,
};
const UNSIGNED: Partial<Record<BinaryOp, readonly [narrow: number, wide: number]>> = {
  '/': [op.UDIV, op.UDIV2],
  '%': [op.UMOD, op.UMOD2],
  '>>': [op.USHR, op.USHR2],
  '<': [op.ULT, op.ULT2],
  '<=': [op.ULE, op.ULE2],
  '>': [op.UGT, op.UGT2],
  '>=': [op.UGE, op.UGE2],
};
const FLOAT_OPS: Partial<Record<BinaryOp, number>> = {
  '+': op.FADD,
  '-': op.FSUB,
  '*': op.FMUL,
  '/': op.FDIV,
  '==': op.FEQ,
  '!=': op.FNE,
  '<': op.FLT,
  '<=': op.FLE,
  '>': op.FGT,
  '>=': op.FGE,
};
export function opcodeFor(o: BinaryOp, t: Type): number {
  const float = isFloat(t) ? FLOAT_OPS[o] : undefined;
  if (float !== undefined) return float;
  const unsigned = isUnsigned(t) ? UNSIGNED[o] : undefined;
  if (unsigned !== undefined) return isWide(t) ? unsigned[1] : unsigned[0];
  return isWide(t) ? WIDE_OPS[o] : NARROW_OPS[o];
}
