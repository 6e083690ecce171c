// biome-ignore-all format: one row, one line
/** What a row of the table of opcodes (opcodes.ts) says. */
export type Visibility = 'always' | 'shared' | 'never';
/**
 * What an instruction may have to wait for; all who ask whether and why a thread cannot go on derive from it (machine/blocking.ts). Only
 * what is always visible can wait: somebody else ends the wait, and sees it.
 */
export type Waits =
  | 'nothing'
  /** The lock on top of the stack, for writing or for reading; the `n` locks on top, all at once. */
  | 'lock'
  | 'shared lock'
  | 'locks'
  /** A notify of the condition variable below the top, then the lock on top. */
  | 'notify'
  /** The lock on top; a notify, or the end of the time, comes when it likes. */
  | 'notify or time'
  /** The end of the thread on top, which nobody else may join; or of any. */
  | 'thread'
  | 'any thread';

export interface OpcodeRow {
  readonly name: string;
  /** Names of the operand words that follow the opcode in `code`. */
  readonly operands: readonly string[];
  readonly stack: string;
  readonly visible: Visibility;
  readonly waits: Waits;
}

export const rows: OpcodeRow[] = [];
export function row(opcode: number, name: string, operands: string, stack: string, visible: 'shared' | 'never'): void;
export function row(opcode: number, name: string, operands: string, stack: string, visible: 'always', waits: Waits): void;
export function row(opcode: number, name: string, operands: string, stack: string, visible: Visibility, waits: Waits = 'nothing'): void {
  if (opcode !== rows.length) throw new Error(`opcode ${name} is out of order`);
  rows.push({ name, operands: operands === '' ? [] : operands.split(' '), stack, visible, waits });
}
