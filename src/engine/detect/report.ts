/**
 * From a defect to a Finding: the report in the words and shape of ThreadSanitizer, AddressSanitizer and LeakSanitizer, since
 * people search for those, and places that views can link.
 *
 *     ERROR: null-dereference in thread bucket_del, step 17
 *       #0 Stream::setDead() before.cpp:51
 *       #1 Producer::closeAllStreams() before.cpp:42
 *     Null stored by thread worker, step 16:
 *       #0 Producer::closeAllStreams() before.cpp:44
 *     SUMMARY: null-dereference before.cpp:51 in Stream::setDead()
 */
import type { FindingKind } from '../bytecode/fault';
import type { StepIndex, ThreadId } from '../bytecode/program';
import type { Finding, Place, PlaceFrame } from './finding';
import type { Scene, Site } from './scene';

/** One stack of a report, under a heading of its own. */
export interface Part {
  /** 'Null dereference', 'Freed by'; becomes the role of the place. */
  readonly role: string;
  readonly site: Site;
  /** Where it happened, if that is no event. */
  readonly frames?: readonly PlaceFrame[];
  /** The line over the stack; without it 'role thread name, step n:'. The first part of an ERROR needs none. */
  readonly heading?: string;
}

export interface Draft {
  readonly kind: FindingKind;
  /** WARNING: the program went on. */
  readonly level: 'ERROR' | 'WARNING';
  readonly reached?: boolean;
  /** What the first line says after the level. */
  readonly title: string;
  /** In the summary; the first words of the title in general. */
  readonly verdict: string;
  readonly sentence: string;
  /** The place itself first. */
  readonly parts: readonly Part[];
  /** Lines between the stacks and the summary: 'Location is global 'counter' of size 4'. */
  readonly notes?: readonly string[];
  readonly lost?: Finding['lost'];
  readonly nullMember?: Finding['nullMember'];
  /** The step that shows it, where that is not the step of the first part. */
  readonly step?: number;
}

export function finding(scene: Scene, draft: Draft): Finding {
  const places = draft.parts.map((part) => placeOf(scene, part));
  const [{ site }] = draft.parts;
  const [frame] = scene.framesAt(site);
  const file = scene.program.sources[0].name;
  const where = `${file}:${frame.line} in ${call(frame.function)}`;
  const lines = [`${draft.level}: ${draft.title}`];
  draft.parts.forEach((part, i) => {
    const heading = part.heading ?? (i > 0 ? headingOf(part.role, places[i]) : '');
    if (heading !== '') lines.push(heading);
    places[i].frames.forEach((each, depth) => {
      lines.push(`  #${depth} ${call(each.function)} ${file}:${each.line}`);
    });
  });
  lines.push(...(draft.notes ?? []), `SUMMARY: ${draft.verdict} ${where}`);
  return {
    kind: draft.kind,
    reached: draft.reached ?? true,
    step: (draft.step ?? site.step) as StepIndex,
    thread: site.thread as ThreadId,
    pc: frame.pc,
    line: frame.line,
    span: frame.span,
    sentence: draft.sentence,
    report: lines.join('\n'),
    places,
    lost: draft.lost ?? null,
    nullMember: draft.nullMember ?? null,
    causes: [],
  };
}

const placeOf = (scene: Scene, { role, site, frames }: Part): Place => ({
  role,
  thread: site.thread as ThreadId,
  threadName: scene.threadName(site.thread),
  step: site.step > 0 ? (site.step as StepIndex) : null,
  event: site.event,
  frames: frames ?? scene.framesAt(site).map(({ function: name, line }) => ({ function: name, line })),
});

const headingOf = (role: string, { threadName, step }: Place): string =>
  `${role} ${inThread(threadName)}${step === null ? '' : `, step ${step}`}:`;

/** 'Stream::setDead()'; what has no name of its own stays as it is: 'main', 'lambda in main'. */
const call = (name: string): string =>
  name === 'main' || name.includes(' ') || name.endsWith(')') ? name : `${name}()`;

/** 'thread worker'; a name like 'thread 3' says it itself. */
export const inThread = (name: string): string => (name.startsWith('thread ') ? name : `thread ${name}`);

/** 'a Job', 'an int'; what has a number of its own needs none: 'Stream 2'. */
export const one = (name: string): string => {
  if (/ \d+$/.test(name)) return name;
  return `${/^[aeiou]/i.test(name) ? 'an' : 'a'} ${name}`;
};

/** '`counter`', or a word that fits where there is no name. */
export const quoted = (name: string, otherwise: string): string => (name === '' ? otherwise : `\`${name}\``);

/** 'line 12' of the user's file, where the thread was. */
export const lineAt = (scene: Scene, site: Site): string => `line ${scene.framesAt(site)[0].line}`;

/** The object at an address, or the one that is counted there, where it is no more at that moment. */
export function lostAt(scene: Scene, site: Site, address: number): Finding['lost'] {
  const place = scene.heapPlaceAt(site, address);
  return place?.gone ? place.object : null;
}

export const capital = (text: string): string => text[0].toUpperCase() + text.slice(1);

/** 'a', 'a and b', 'a, b and c'. */
export const listed = (names: readonly string[]): string =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names[names.length - 1]}`;
