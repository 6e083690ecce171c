/**
 * The ownership graph of a snapshot as cards: on the left one for each thread's frames and one for the globals, then one for each object.
 * No places yet.
 */
import type {
  Address,
  EdgeKind,
  Finding,
  ObjectView,
  Snapshot,
  StepIndex,
  ThreadId,
  TraceView,
} from '../../engine';
import { counted } from '../parts/counts';
import { isNull, pointerLeaves, scalarTexts } from './fields';

export interface CardRow {
  readonly key: string;
  readonly name: string;
  readonly text: string;
  /** The finding strikes here. */
  readonly struck: boolean;
}
export interface Card {
  /** 'thread 1', 'globals', 'object 4711' */
  readonly key: string;
  readonly title: string;
  readonly thread: ThreadId | null;
  readonly object: Address | null;
  readonly rows: readonly CardRow[];
  /** Grey lines below the title: 'dead false', 'gone at step 16'. */
  readonly notes: readonly string[];
  /** Threads that hold a lock inside it. */
  readonly heldBy: readonly ThreadId[];
  /** How many own it, in words. */
  readonly counts: string;
  readonly gone: boolean;
  readonly struck: boolean;
}
export interface CardEdge {
  readonly key: string;
  readonly from: string;
  /** Key of the row it leaves from. */
  readonly row: string;
  readonly to: string;
  readonly kind: EdgeKind;
  /** To something that is gone. */
  readonly dangling: boolean;
  readonly struck: boolean;
  /** Row of the target it points to; null for the object as a whole. */
  readonly toRow: string | null;
}
export interface Cards {
  readonly roots: readonly Card[];
  readonly objects: readonly Card[];
  readonly edges: readonly CardEdge[];
  /** Threads that own and point to nothing, by name. */
  readonly idle: readonly string[];
}

/** `finding` is the one that strikes at this step, if one is shown. */
export function cardsOf(snapshot: Snapshot, trace: TraceView, finding: Finding | null): Cards {
  const edges: CardEdge[] = [];
  const struckId = finding?.lost ?? null;
  const objects = snapshot.objects.map((object) => objectCard(object, snapshot, trace, edges));
  const field = finding === null ? null : nullField(objects, finding);
  const marked = objects.map((card) =>
    field === null ? { ...card, struck: card.gone && card.object === struckId } : strikeRow(card, field),
  );
  const roots = rootCards(snapshot, edges);
  const touched = finding === null ? null : touch(finding, trace, field, struckId);
  if (finding?.kind === 'memory-leak')
    return { ...withIdle(snapshot, roots), objects: marked, edges: strikeCycles(edges) };
  if (finding === null || touched === null) return { ...withIdle(snapshot, roots), objects: marked, edges };
  const name = snapshot.threads.find(({ id }) => id === finding.thread)?.name ?? '';
  const key = `thread ${finding.thread}`;
  const own = roots.find((card) => card.key === key) ?? rootCard(key, name, finding.thread, []);
  const rows = [...own.rows, { key: touched.edge.row, name: touched.name, text: '', struck: true }];
  const others = roots.filter((card) => card.key !== key);
  const all = [...others, { ...own, rows }].sort(byThread);
  return { ...withIdle(snapshot, all), objects: marked, edges: [...edges, touched.edge] };
}

/** Objects that own each other in a circle are what keeps a leak alive. */
function strikeCycles(edges: readonly CardEdge[]): CardEdge[] {
  const owned = new Map<string, string[]>();
  for (const { from, to, kind } of edges)
    if (kind === 'strong') owned.set(from, [...(owned.get(from) ?? []), to]);
  const leads = (from: string, to: string, seen = new Set<string>()): boolean =>
    from === to ||
    (owned.get(from) ?? []).some((next) => {
      if (seen.has(next)) return false;
      seen.add(next);
      return leads(next, to, seen);
    });
  return edges.map((edge) =>
    edge.kind === 'strong' && leads(edge.to, edge.from) ? { ...edge, struck: true } : edge,
  );
}

const withIdle = (snapshot: Snapshot, roots: readonly Card[]): Pick<Cards, 'roots' | 'idle'> => ({
  roots,
  idle: snapshot.threads
    .filter(({ id, state }) => state !== 'finished' && !roots.some((card) => card.thread === id))
    .map(({ name }) => name),
});

const byThread = (a: Card, b: Card): number => (a.thread ?? 1e9) - (b.thread ?? 1e9);

const rootCard = (key: string, title: string, thread: ThreadId | null, rows: CardRow[]): Card => ({
  key,
  title,
  thread,
  object: null,
  rows,
  notes: [],
  heldBy: [],
  counts: '',
  gone: false,
  struck: false,
});

function rootCards(snapshot: Snapshot, edges: CardEdge[]): Card[] {
  const cards = new Map<string, Card & { readonly rows: CardRow[] }>();
  const leaves = snapshot.roots.flatMap(({ thread, frame, field }) =>
    pointerLeaves(field).map((leaf) => ({
      ...leaf,
      from: thread === null ? 'globals' : `thread ${thread}`,
      thread,
      row: `${frame} ${leaf.path}`,
      repeats: leaf.path === 'this' || field.type.endsWith('&'),
    })),
  );
  // A reference and `this` say nothing new where another variable of the thread leads there too.
  const known = new Set(
    leaves.flatMap(({ from, repeats, targets }) =>
      repeats ? [] : targets.map(({ object }) => `${from} ${object}`),
    ),
  );
  for (const { from, thread, row, path, text, targets, repeats } of leaves) {
    const isKnown = targets.every(({ object, dangling }) => !dangling && known.has(`${from} ${object}`));
    if (repeats && (path === 'this' || targets.length > 0) && isKnown) continue;
    for (const { object } of targets) known.add(`${from} ${object}`);
    const title =
      thread === null ? 'globals' : (snapshot.threads.find(({ id }) => id === thread)?.name ?? '');
    const card = cards.get(from) ?? { ...rootCard(from, title, thread, []), rows: [] };
    cards.set(from, card);
    card.rows.push({ key: row, name: path, text: targets.length > 0 ? '' : text, struck: false });
    for (const target of targets) edges.push(edge(from, row, target));
  }
  return [...cards.values()].sort(byThread);
}

function edge(
  from: string,
  row: string,
  { object, edge: kind, dangling }: { object: Address; edge: EdgeKind; dangling: boolean },
): CardEdge {
  const to = `object ${object}`;
  return { key: `${from} ${row} ${to}`, from, row, to, kind, dangling, struck: false, toRow: null };
}

function objectCard(object: ObjectView, snapshot: Snapshot, trace: TraceView, edges: CardEdge[]): Card {
  const { id, name, state, fields, counts } = object;
  const key = `object ${id}`;
  const gone = state !== 'alive';
  const leaves = gone ? [] : fields.flatMap((field) => pointerLeaves(field));
  for (const { path, targets } of leaves) for (const target of targets) edges.push(edge(key, path, target));
  return {
    key,
    title: name,
    thread: null,
    object: id,
    rows: leaves.map(({ path, text, targets }) => ({
      key: path,
      name: path,
      text: targets.length > 0 ? '' : text,
      struck: false,
    })),
    notes: gone ? [goneNote(id, trace, snapshot.step)] : [...countNotes(counts), ...scalarNotes(fields)],
    heldBy: snapshot.locks.flatMap((lock) =>
      lock.name.startsWith(`${name}.`) && lock.holder !== null ? [lock.holder] : [],
    ),
    counts: gone || counts === null ? '' : counted(counts.strong, 'owner'),
    gone,
    struck: false,
  };
}

/** How many own it, and how many refer to it without owning it. */
const countNotes = (counts: ObjectView['counts']): string[] =>
  counts === null
    ? []
    : [counted(counts.strong, 'owner'), ...(counts.weak === 0 ? [] : [counted(counts.weak, 'watcher')])];

const SCALARS = 3;
function scalarNotes(fields: ObjectView['fields']): string[] {
  const texts = fields.flatMap((field) => scalarTexts(field)).slice(0, SCALARS);
  return texts.length === 0 ? [] : [texts.join(', ')];
}

/** 'gone at step 16, worker' */
function goneNote(id: Address, trace: TraceView, step: StepIndex): string {
  const end = trace.lives.find(
    ({ object, phase, from }) => object === id && phase === 'gone' && from <= step,
  );
  if (end === undefined) return 'gone';
  const letter = trace.threads.find((thread) => thread.id === end.thread)?.letter ?? '';
  return `gone at ${end.from}${letter === '' ? '' : `, ${letter}`}`;
}

interface FieldPlace {
  readonly card: string;
  readonly row: string;
}

/** The row of the member that was null; null where it has none. */
function nullField(objects: readonly Card[], { nullMember }: Finding): FieldPlace | null {
  const card = objects.find(({ object }) => object === nullMember?.object);
  const row = card?.rows.find(({ name, text }) => name === nullMember?.path && isNull(text));
  return card === undefined || row === undefined ? null : { card: card.key, row: row.key };
}

const objectName = ({ objects }: TraceView, object: Address | null): string =>
  objects.find(({ id }) => id === object)?.name ?? '';

const strikeRow = (card: Card, { card: key, row }: FieldPlace): Card =>
  card.key === key
    ? { ...card, rows: card.rows.map((one) => (one.key === row ? { ...one, struck: true } : one)) }
    : card;

/** What the failing thread reached for: a row of its own in red, and the arrow to the field or the object. */
function touch(
  finding: Finding,
  trace: TraceView,
  field: FieldPlace | null,
  object: Address | null,
): { readonly name: string; readonly edge: CardEdge } | null {
  const to = field?.card ?? (object === null ? null : `object ${object}`);
  if (to === null || !finding.reached) return null;
  const from = `thread ${finding.thread}`;
  // An access that no operation names is called by what it is after.
  const name = trace.steps[finding.step - 1]?.operation.target || field?.row || objectName(trace, object);
  const common = { kind: 'raw', dangling: false, struck: true, toRow: field?.row ?? null } as const;
  return { name, edge: { ...common, key: `${from} touches ${to}`, from, row: 'touch', to } };
}
