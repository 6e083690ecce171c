/** A predicted deadlock in words: nothing happened in this run, and what could. */
import type { Finding } from './finding';
import type { Hold } from './holds';
import type { Inversion } from './lock-order';
import { finding, inThread, lineAt, type Part, quoted } from './report';
import type { Scene } from './scene';

export function inversionFinding(scene: Scene, inversion: Inversion): Finding {
  const name = (hold: Hold): string => quoted(scene.thingAt(hold, hold.lock).name, 'a lock');
  const thread = (hold: Hold): string => scene.threadName(hold.thread);
  const edges = inversion.map(
    ({ held, wanted }) =>
      `${thread(wanted)} locks ${name(wanted)} (${lineAt(scene, wanted)}) while it holds ${name(held)} (${lineAt(scene, held)})`,
  );
  const order = [...inversion, inversion[0]].map(({ held }) => name(held)).join(' => ');
  const parts = inversion.flatMap(({ held, wanted }): Part[] => [
    {
      role: 'Locks',
      site: wanted,
      heading: `Mutex ${name(wanted)} acquired while holding ${name(held)} by ${inThread(thread(wanted))}, step ${wanted.step}:`,
    },
    {
      role: 'Holds',
      site: held,
      heading: `Mutex ${name(held)} previously acquired by the same thread, step ${held.step}:`,
    },
  ]);
  return finding(scene, {
    kind: 'lock-order-inversion',
    level: 'WARNING',
    reached: false,
    title: 'lock-order-inversion (potential deadlock)',
    verdict: 'lock-order-inversion (potential deadlock)',
    sentence: `${edges.join('; ')}: this run got through, but each can wait for the other.`,
    parts,
    notes: [`Cycle in lock order graph: ${order}`],
  });
}
