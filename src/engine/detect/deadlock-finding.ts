/** A deadlock in words: each edge with its lines, then each stack where a thread waits and where it took what the others want. */
import { EV_ATOMIC_READ } from '../bytecode/event';
import type { Deadlock, Outlook, Wait } from './deadlock';
import type { Finding } from './finding';
import { lastEvent, type PastEvent } from './history';
import type { Hold } from './holds';
import type { Livelock } from './livelock';
import { capital, finding, inThread, lineAt, listed, type Part, quoted } from './report';
import type { Scene, Site } from './scene';

export function deadlockFinding(scene: Scene, deadlock: Deadlock): Finding {
  return deadlock.cycle ? cycleFinding(scene, deadlock) : stuckFinding(scene, deadlock);
}

/** The locks of the cycle that a thread holds: what the one before it in the cycle waits for. */
function wantedBefore({ waits }: Deadlock, at: number): Hold | undefined {
  const { site } = waits[at];
  return waits[(at + waits.length - 1) % waits.length].holders.find((hold) => hold.thread === site.thread);
}

function cycleFinding(scene: Scene, deadlock: Deadlock): Finding {
  const { waits } = deadlock;
  const edges = waits.map((wait, i) => {
    const hold = wantedBefore(deadlock, i);
    const held = hold ? `holds ${lockName(scene, hold)} (${lineAt(scene, hold)}) and ` : '';
    return waitEdge(scene, wait, held);
  });
  const parts = waits.flatMap((wait, i): Part[] => {
    const hold = wantedBefore(deadlock, i);
    const waiting = { role: 'Waits', site: wait.site, heading: `${capital(inThread(edges[i]))}:` };
    return hold ? [waiting, { role: 'Holds', site: hold, heading: lockedHere(scene, hold) }] : [waiting];
  });
  return finding(scene, {
    kind: 'deadlock',
    level: 'ERROR',
    title: `deadlock of ${waits.length} threads, step ${waits[0].site.step}`,
    verdict: 'deadlock',
    sentence: `${edges.join('; ')}.`,
    parts,
  });
}

/** One edge or more of it are threads that spin: they hold what others are blocked on, and go round until those have done something. */
export function spinDeadlockFinding(scene: Scene, { sites, shutOut, step }: Livelock): Finding {
  const heldBy = (thread: number): Hold[] => {
    const holds = shutOut.flatMap(({ holders }) => holders.filter((hold) => hold.thread === thread));
    return holds.filter(({ lock }, i) => holds.findIndex((each) => each.lock === lock) === i);
  };
  const spins = sites.map((site) => {
    const holds = heldBy(site.thread);
    const held = listed(holds.map((hold) => `${lockName(scene, hold)} (${lineAt(scene, hold)})`));
    const edge = `${scene.threadName(site.thread)} ${held === '' ? '' : `holds ${held} and `}loops at ${lineAt(scene, site)} until another thread changes what it reads`;
    return { edge, holds, site };
  });
  // Who holds something is at the heart of it.
  spins.sort((a, b) => Number(b.holds.length > 0) - Number(a.holds.length > 0));
  const waits = shutOut.map((wait) => ({ wait, edge: waitEdge(scene, wait) }));
  const over = (edge: string): string => `${capital(inThread(edge))}:`;
  return finding(scene, {
    kind: 'deadlock',
    level: 'ERROR',
    title: `deadlock of ${sites.length + waits.length} threads, step ${step}`,
    verdict: 'deadlock',
    sentence: `${[...spins, ...waits].map(({ edge }) => edge).join('; ')}.`,
    parts: [
      ...spins.flatMap(({ edge, holds, site }): Part[] => [
        { role: 'Spins', site, heading: over(edge) },
        ...holds.map((hold) => ({ role: 'Holds', site: hold, heading: lockedHere(scene, hold) })),
      ]),
      ...waits.map(({ edge, wait }): Part => ({ role: 'Waits', site: wait.site, heading: over(edge) })),
    ],
  });
}

function stuckFinding(scene: Scene, deadlock: Deadlock): Finding {
  const { kind, waits } = deadlock;
  const [root] = waits;
  const parts: Part[] = waits.flatMap((wait): Part[] => {
    const heading = `${capital(inThread(scene.threadName(wait.site.thread)))} ${waitText(scene, wait)}:`;
    const held = wait.holders.map((hold) => ({
      role: 'Holds',
      site: hold,
      heading: lockedHere(scene, hold),
    }));
    return [{ role: 'Waits', site: wait.site, heading }, ...held];
  });
  const { text, parts: others } = why(scene, deadlock);
  parts.splice(1, 0, ...others);
  const names = listed(waits.map((wait) => scene.threadName(wait.site.thread)));
  return finding(scene, {
    kind,
    level: 'ERROR',
    title: `${kind === 'deadlock' ? 'deadlock' : 'lost wakeup'}: ${names} can never go on, step ${root.site.step}`,
    verdict: kind === 'deadlock' ? 'deadlock' : 'lost wakeup',
    sentence: `${scene.threadName(root.site.thread)} ${waitText(scene, root)} (${lineAt(scene, root.site)})${text}.`,
    parts,
  });
}

interface Why {
  /** The end of a sentence. */
  readonly text: string;
  /** Who brought it about. */
  readonly parts: readonly Part[];
}

function why(scene: Scene, { waits: [root], notify, outlook }: Deadlock): Why {
  if (outlook?.changed != null) return whyWaiting(scene, root, outlook, outlook.changed, notify);
  if (notify !== null) {
    const text = `, but ${deed(scene, notify, 'notified it')}, when nobody was waiting`;
    return { text, parts: [{ role: 'Notified before by', site: notify }] };
  }
  if (root.kind === 'condition') return { text: ', and no thread is left to notify it', parts: [] };
  const [hold] = root.holders;
  if (hold === undefined) return { text: ', and nobody is left to end the wait', parts: [] };
  const holder = scene.threadName(hold.thread);
  return {
    text: `, which ${holder} locked in ${lineAt(scene, hold)} and never unlocked before it finished`,
    parts: [],
  };
}

/** By what the waiter looks at: it holds already, and no notify came; or it does not hold, and who saw to that. */
function whyWaiting(
  scene: Scene,
  root: Wait,
  { predicate, notifies }: Outlook,
  changed: PastEvent,
  notify: Site | null,
): Why {
  const condition = scene.thingAt(root.site, root.target).name;
  const word = scene.thingAt(changed, changed.address).name;
  // The words of a semaphore or a future are told by the whole.
  const what = word === condition ? 'it' : quoted(word, 'what it waits for');
  if (predicate === 'fails') {
    const text = `, and no thread is left to change ${what}: ${deed(scene, changed, 'did so last')}`;
    return { text, parts: [{ role: 'Last changed by', site: changed }] };
  }
  const parts = [{ role: 'Changed by', site: changed }];
  const start = `, although its condition holds: ${deed(scene, changed, `changed ${what}`)}`;
  const then = (site: Site, did: string): string => deed(scene, site, did, changed.thread);
  if (notify !== null) {
    const text = `${start}, and ${then(notify, 'notified')}, when nobody was waiting`;
    return { text, parts: [...parts, { role: 'Notified before by', site: notify }] };
  }
  const [other] = notifies;
  if (other === undefined)
    return { text: `${start}, and nobody notified ${quoted(condition, 'it')} after that`, parts };
  const woken = scene.threadName(other.value - 1);
  return {
    text: `${start}, and ${then(other, `woke only ${woken}`)}`,
    parts: [...parts, { role: 'Another notified by', site: other }],
  };
}

/** 'main changed `queued` in line 30, step 14'; without the name where the one of the deed before is meant. */
const deed = (scene: Scene, site: Site, did: string, before = -1): string =>
  `${site.thread === before ? '' : `${scene.threadName(site.thread)} `}${did} in ${lineAt(scene, site)}, step ${site.step}`;

const waitEdge = (scene: Scene, wait: Wait, held = ''): string =>
  `${scene.threadName(wait.site.thread)} ${held}${waitText(scene, wait)} (${lineAt(scene, wait.site)})`;

function waitText(scene: Scene, { site, kind, target }: Wait): string {
  if (kind === 'join') return `waits for ${scene.threadName(target)} to finish`;
  const { name } = scene.thingAt(site, target);
  if (name !== '') return `waits for ${quoted(name, '')}`;
  if (kind === 'lock') return 'waits for a lock';
  // What an atomic's wait sleeps on belongs to nobody; it has looked at the atomic in the same call.
  const loads = (event: PastEvent): boolean => event.thread === site.thread && event.kind === EV_ATOMIC_READ;
  const read = lastEvent(scene.history, loads, site);
  if (read === undefined || lineAt(scene, read) !== lineAt(scene, site))
    return 'waits for a condition variable';
  return `waits for ${quoted(scene.thingAt(read, read.address).name, 'an atomic')} to change`;
}

const lockName = (scene: Scene, hold: Hold): string =>
  `${quoted(scene.thingAt(hold, hold.lock).name, 'a lock')}${hold.shared ? ' (shared)' : ''}`;

const lockedHere = (scene: Scene, hold: Hold): string =>
  `${lockName(scene, hold)} was locked by ${inThread(scene.threadName(hold.thread))}, step ${hold.step}:`;
