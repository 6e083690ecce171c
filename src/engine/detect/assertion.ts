/** A failed assert: the program said itself what should have been true. */
import type { Finding } from './finding';
import type { PastEvent } from './history';
import { finding, inThread, lineAt, listed } from './report';
import type { Scene } from './scene';

/** Operands of TRAP: the kind of fault, then the text. */
export const TRAP_TEXT = 2;

const textOf = ({ program }: Scene, { pc }: PastEvent): string => program.texts[program.code[pc + TRAP_TEXT]];

/** What was to hold and does not, with the values that it had: '`n == 2` does not hold: n was 1'. */
export function failedCondition(scene: Scene, fault: PastEvent): string {
  const sides = scene.comparedAt(fault);
  return `\`${textOf(scene, fault)}\` does not hold${sides.length === 0 ? '' : `: ${listed(sides)}`}`;
}

export function assertionFinding(scene: Scene, fault: PastEvent): Finding {
  const thread = scene.threadName(fault.thread);
  const sides = scene.comparedAt(fault);
  return finding(scene, {
    kind: 'assertion-failure',
    level: 'ERROR',
    title: `assertion failure in ${inThread(thread)}, step ${fault.step}: ${textOf(scene, fault)}`,
    verdict: 'assertion failure',
    sentence: `${thread} stops the program in ${lineAt(scene, fault)}: ${failedCondition(scene, fault)}.`,
    parts: [{ role: 'Assertion failure', site: fault }],
    notes: sides.length === 0 ? [] : [`At that moment ${listed(sides)}`],
  });
}
