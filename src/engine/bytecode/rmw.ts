/** The second operand of ARMW: what is done, and, for an object of 8 or 16 bits, how narrow it is (`narrowed` of machine/atomics.ts). */

export const EXCHANGE = 0;
export const ADD = 1;
export const SUB = 2;
export const AND = 3;
export const OR = 4;
export const XOR = 5;
/** What stands there stays; the operand is told, as by the opcode KEEP. */
export const KEEP = 6;

const BITS = 3;
export const rmwOperand = (operation: number, narrowness: number): number => operation | (narrowness << BITS);
export const operationOf = (operand: number): number => operand & ((1 << BITS) - 1);
export const narrownessOf = (operand: number): number => operand >> BITS;
