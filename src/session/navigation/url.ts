/**
 * A place as a link: pure. Made for people to send and for other versions to open.
 *
 *     #/mb-38521/before?s=a3b5c9b3&at=12&v=1&h=42a66cf8&part=4&code=diff&now=report&finding=0
 *
 * s the line of steps, at the step, v the version of this format, h a hash of what the line did, part the beat of the story (from 1), of
 * the variant whose story it is, if that is another one, compare the variant beside this one; the rest only where it is not what a page opens
 * with, title and note what its maker says of it. mode says how it is shown; a link to a step that does not say it was made when there were only panes, and opens with them.
 * Reading never throws and takes what it can.
 */
import { decodeSchedule, encodeSchedule, type Schedule } from '../../engine';
import { isOwn } from '../model/selectors';
import type { CodePane, Label, Mode, NowPane, SessionState } from '../model/state';

/** Raise it when an older page would misread a newer link. */
const VERSION = 1;

/** What a link says; null where it says nothing. */
export interface Link {
  readonly collection: string;
  readonly slug: string | null;
  readonly schedule: Schedule | null;
  readonly at: number;
  readonly hash: string | null;
  /** Null where the document says it. */
  readonly story: string | null;
  readonly beat: number;
  readonly challenge: boolean;
  /** Null where it says nothing but which document. */
  readonly mode: Mode | null;
  readonly codePane: CodePane;
  readonly compare: string;
  readonly nowPane: NowPane;
  readonly finding: number | null;
  readonly label: Label;
  /** Part of the schedule could not be read. */
  readonly damaged: boolean;
  /** Made by a version of this page that knows more. */
  readonly newer: boolean;
  /** All else it says: what a document carries that nobody keeps. */
  readonly carried: Readonly<Record<string, string>>;
}

/** What of a session a link holds. */
export type Place = Pick<
  SessionState,
  | 'route'
  | 'schedule'
  | 'at'
  | 'hash'
  | 'story'
  | 'beat'
  | 'challenge'
  | 'mode'
  | 'codePane'
  | 'compare'
  | 'nowPane'
  | 'finding'
  | 'label'
>;

const codePanes: readonly CodePane[] = ['source', 'diff', 'compare', 'free', 'story'];
const nowPanes: readonly NowPane[] = ['objects', 'files', 'locks', 'memory', 'report', 'interleavings'];

/** What a link says of a place; other names are for documents to carry. */
const OWN = [
  ...['s', 'at', 'v', 'h', 'part', 'of', 'mode', 'challenge', 'code', 'compare', 'now', 'finding'],
  ...['title', 'note'],
];

/** Characters of a title and of a note: what is more of them is left out. */
export const LONGEST_LABEL = { title: 80, note: 400 } as const;

/** A label as it may be shown, whatever a link says: in one line each, without characters that steer how text is shown. */
export const labelOf = ({ title, note }: Label): Label => ({
  title: lineOf(title, LONGEST_LABEL.title),
  note: lineOf(note, LONGEST_LABEL.note),
});

const lineOf = (text: string, longest: number): string =>
  [...text.replace(/[\p{C}\p{Z}\s]+/gu, ' ').trim()].slice(0, longest).join('').trim();

/** The fragment of a place, '#' included. */
export function addressOf(place: Place, carried: Link['carried'] = {}): string {
  const { route, schedule, at, hash, story, beat, mode, challenge, codePane, compare, nowPane } = place;
  const { finding, label } = place;
  if (route.page === 'home') return '#/';
  const query = new URLSearchParams({
    ...carried,
    ...{ s: encodeSchedule(schedule), at: String(at), v: String(VERSION) },
  });
  if (hash !== '') query.set('h', shortHash(hash));
  if (beat >= 0) query.set('part', String(beat + 1));
  if (beat >= 0 && story !== route.slug) query.set('of', story);
  if (!isOwn(place)) query.set('mode', mode);
  if (challenge !== 'off') query.set('challenge', '1');
  if (codePane !== codePanes[0]) query.set('code', codePane);
  if (codePane === 'compare' && compare !== '') query.set('compare', compare);
  if (nowPane !== nowPanes[0]) query.set('now', nowPane);
  if (finding !== null) query.set('finding', String(finding));
  if (label.title !== '') query.set('title', label.title);
  if (label.note !== '') query.set('note', label.note);
  return `#/${encodeURIComponent(route.collection)}/${encodeURIComponent(route.slug)}?${query}`;
}

/** Enough to notice another file; the whole hash would be most of the link. */
export const shortHash = (hash: string): string => hash.slice(0, 8);

/** Reads any text; null is the home page. */
export function parseAddress(fragment: string): Link | null {
  const [path, query = ''] = fragment.replace(/^#?\/?/, '').split(/\?(.*)/s);
  const [collection, slug = ''] = path.split('/').map(unescaped);
  if (collection === '') return null;
  const asked = new URLSearchParams(query);
  const steps = asked.get('s');
  const read = steps === null ? null : decodeSchedule(steps);
  return {
    collection,
    slug: slug === '' ? null : slug,
    schedule: read?.schedule ?? null,
    at: natural(asked.get('at')) ?? 0,
    hash: asked.get('h'),
    story: asked.get('of'),
    beat: (natural(asked.get('part')) ?? 0) - 1,
    mode: modeIn(asked),
    challenge: asked.get('challenge') === '1',
    codePane: asked.has('compare')
      ? 'compare'
      : (codePanes.find((pane) => pane === asked.get('code')) ?? codePanes[0]),
    compare: asked.get('compare') ?? '',
    nowPane: nowPanes.find((pane) => pane === asked.get('now')) ?? nowPanes[0],
    finding: natural(asked.get('finding')),
    label: labelOf({ title: asked.get('title') ?? '', note: asked.get('note') ?? '' }),
    damaged: read?.damaged ?? false,
    newer: (natural(asked.get('v')) ?? 0) > VERSION,
    carried: Object.fromEntries([...asked].filter(([name]) => !OWN.includes(name))),
  };
}

const modes: readonly Mode[] = ['guided', 'explore'];

function modeIn(asked: URLSearchParams): Mode | null {
  const said = modes.find((mode) => mode === asked.get('mode'));
  // A title alone says nothing of how it is shown.
  return said ?? (OWN.some((name) => !(name in LONGEST_LABEL) && asked.has(name)) ? 'explore' : null);
}

/** decodeURIComponent throws on a lone '%'. */
function unescaped(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function natural(text: string | null): number | null {
  return text !== null && /^\d{1,7}$/.test(text) ? Number(text) : null;
}
