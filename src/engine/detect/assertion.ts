/** A failed assert: the program said itself what should have been true. */
import type { Finding } from './finding';
import type { PastEvent } from './history';
import { finding, inThread, lineAt, listed } from './report';
import type { Scene } from './scene';

/** Operands of TRAP: the kind of fault, then the text. */
export const TRAP_TEXT = 2;

export function assertionFinding(scene: Scene, fault: PastEvent): Finding {
  const thread = scene.threadName(fault.thread);
  const text = scene.program.texts[scene.program.code[fault.pc + TRAP_TEXT]];
  const sides = scene.comparedAt(fault);
  const were = sides.length === 0 ? '' : `: ${listed(sides)}`;
  return finding(scene, {
    kind: 'assertion-failure',
    level: 'ERROR',
    title: `assertion failure in ${inThread(thread)}, step ${fault.step}: ${text}`,
    verdict: 'assertion failure',
    sentence: `${thread} stops the program in ${lineAt(scene, fault)}: \`${text}\` does not hold${were}.`,
    parts: [{ role: 'Assertion failure', site: fault }],
    notes: sides.length === 0 ? [] : [`At that moment ${listed(sides)}`],
  });
}
