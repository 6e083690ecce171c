/** The code at the lines the words are about, and where the threads stand: the rest is folded, and one button away. */
import {
  type CSSProperties,
  Fragment,
  type ReactNode,
  type RefObject,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import type { Finding } from '../../engine';
import {
  type Beat,
  documentOf,
  findingsAt,
  partHere,
  type Scenario,
  type SessionState,
  shownFinding,
  storyOf,
} from '../../session';
import { type LineMark, marksOf, type PillMark } from '../code/marks';
import { Button } from '../parts/Button';
import { cx } from '../parts/cx';
import { hueStyle } from '../parts/hue';
import { Icon } from '../parts/Icon';
import { Pill } from '../parts/Pill';
import { Sentence } from '../parts/Sentence';
import { useSession } from '../useSession';
import { type LineDiff, noDiff } from './diff';
import css from './Excerpt.module.css';
import { excerptOf, type Row } from './excerpt';
import { tokensOf } from './highlight';
import { changeOf, isFirstOfChange, namedBy } from './words';

export function Excerpt({ scenario }: { readonly scenario: Scenario }) {
  const [whole, setWhole] = useState(false);
  const file = useSession((s) => documentOf(s)?.file);
  const { rows, marks, change } = useRows(scenario, whole);
  const listing = useRef<HTMLElement>(null);
  const first = rows.find((row) => row.kind === 'line' && row.look === 'named');
  const wanted = first?.kind === 'line' ? first.line : 0;
  useEffect(() => {
    const line = listing.current?.querySelector<HTMLElement>(`[data-line="${wanted}"]`);
    if (listing.current && line)
      listing.current.scrollTop = line.offsetTop - listing.current.clientHeight / 4;
  }, [wanted]);
  useFit(listing, rows);
  return (
    <section className={css.code} aria-label="Code" id="pane-code" tabIndex={-1}>
      <header>
        <h2>
          <code>{file}</code>
          <span>{change ? ' · what changes' : whole ? '' : ' · the lines this is about'}</span>
        </h2>
        <Button look="ghost" aria-pressed={whole} onClick={() => setWhole(!whole)}>
          {whole ? 'These lines' : 'All lines'}
        </Button>
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must reach it */}
      <section ref={listing} aria-label="Source" className={css.listing} tabIndex={0}>
        <Rows rows={rows} marks={marks} />
      </section>
    </section>
  );
}

/** How a line that is longer than the pane goes on below, most wanted first: all of it, all but its comment, or that in small type. */
const FITS = ['all', 'code', 'small'] as const;

/** The first way in which all rows are in sight, and what is asked below them too. */
function useFit(listing: RefObject<HTMLElement | null>, rows: readonly Row[]): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: other rows take other room
  useLayoutEffect(() => {
    const pane = listing.current;
    if (pane === null) return;
    const isIn = (way: (typeof FITS)[number], below: number): boolean => {
      pane.dataset.fit = way;
      // On a phone the pane may go on behind the bar below.
      const bar = Number.parseFloat(getComputedStyle(pane).scrollMarginBottom);
      const top = pane.getBoundingClientRect().top + window.scrollY;
      return pane.scrollHeight <= Math.min(pane.clientHeight, window.innerHeight - bar - top - below) + 1;
    };
    const choose = (): void => {
      const asked = askedBelow(pane);
      const found = FITS.find((way) => isIn(way, asked)) ?? FITS.find((way) => isIn(way, 0));
      pane.dataset.fit = found ?? 'small';
    };
    choose();
    const watch = new ResizeObserver(choose);
    watch.observe(pane);
    return () => watch.disconnect();
  }, [rows]);
}

/** px that a question takes below the pane, down to the last of what one can answer: where all stands in one column. */
function askedBelow(pane: HTMLElement): number {
  const question = pane.closest('main')?.querySelector('[data-asks]');
  const box = question?.getBoundingClientRect();
  if (question == null || box === undefined || box.top < pane.getBoundingClientRect().top) return 0;
  const last = [...question.querySelectorAll('button')].at(-1);
  return (last?.getBoundingClientRect().bottom ?? box.bottom) - box.top + 10;
}

interface RowsProps {
  readonly rows: readonly Row[];
  readonly marks?: ReadonlyMap<number, LineMark>;
}

export function Rows({ rows, marks }: RowsProps) {
  return (
    <div className={css.rows}>
      {rows.map((row) => (
        <RowView key={keyOf(row)} row={row} mark={row.kind === 'line' ? marks?.get(row.line) : undefined} />
      ))}
    </div>
  );
}

function useRows(scenario: Scenario, whole: boolean) {
  const snapshot = useSession((s) => s.snapshot);
  const trace = useSession((s) => s.trace);
  const at = useSession((s) => s.at);
  const findings = useSession(findingsAt);
  const shown = useSession(shownFinding);
  const source = useSession((s) => documentOf(s)?.source ?? '');
  const slug = useSession((s) => (s.route.page === 'document' ? s.route.slug : ''));
  const story = useSession(storyOf);
  const part = useSession(partHere);
  const beat = part === undefined ? -1 : story.indexOf(part);
  const diff = useMemo(() => (beat < 0 ? noDiff : changeOf(scenario, story, beat)), [scenario, story, beat]);
  return useMemo(() => {
    const told = { story, beat, slug, source, diff };
    return excerptAt(told, { snapshot, trace, at, findings, shown }, whole);
  }, [story, beat, slug, source, diff, snapshot, trace, at, findings, shown, whole]);
}

interface Told {
  readonly story: readonly Beat[];
  /** -1 before the story: the lines are those it begins with, in this text. */
  readonly beat: number;
  readonly slug: string;
  readonly source: string;
  /** Of the part (changeOf): it takes longer than all else. */
  readonly diff: LineDiff;
}

/** The lines that a part of a story is about, with what the run has on them; `whole`: all others too. */
export function excerptAt(
  { story, beat, slug, source, diff }: Told,
  run: Pick<SessionState, 'snapshot' | 'trace' | 'at' | 'findings'> & { readonly shown: Finding | null },
  whole: boolean,
) {
  const { snapshot, at } = run;
  // What came true says more than what could.
  const reached = run.findings.filter((finding) => finding.reached);
  const findings = reached.length > 0 ? reached : run.findings;
  const marked = marksOf({ ...run, findings, focus: null, diagnostics: [], source: '' }).lines;
  const marks = new Map(marked.map((mark) => [mark.line, mark]));
  const change = beat >= 0 && isFirstOfChange(story, beat);
  const told =
    beat < 0 ? story.filter(({ variant }) => variant === slug).slice(0, 1) : story.slice(beat, beat + 1);
  const named = new Set(told.flatMap((each) => [...namedBy(each, source)]));
  // Where the threads stand, but for those that only wait for another one to end.
  const idle = new Set<number>(
    snapshot?.threads.filter(({ state }) => state === 'waiting').map(({ id }) => id),
  );
  const counts = ({ look, thread }: PillMark): boolean => look !== 'frame' && !idle.has(thread);
  if (at > 0) for (const { line, pills } of marked) if (pills.some(counts)) named.add(line);
  for (const { line } of findings) named.add(line);
  return { rows: excerptOf(source, named, diff, whole), marks, change };
}

const keyOf = (row: Row): string =>
  row.kind === 'line' ? `l${row.line}` : row.kind === 'gap' ? `g${row.after}` : `r${row.before}${row.text}`;

/** How far in a line begins: as no blanks, behind which it could be broken. */
const indented = (text: string) => ({ '--in': `${text.search(/\S|$/)}ch` }) as CSSProperties;

/** Where a long expression goes on in the next line, rather than within a name: behind a bracket, a comma or a scope, and before a member. */
const PLACES = /(?<=[(,<]|::)|(?=\.\w|->)/;

const breakable = (text: string): ReactNode =>
  text.split(PLACES).map((part, i, parts) => (
    <Fragment key={parts.slice(0, i + 1).join('')}>
      {part}
      {(i < parts.length - 1 || /[(,<]$/.test(part)) && <wbr />}
    </Fragment>
  ));

function RowView({ row, mark }: { readonly row: Row; readonly mark: LineMark | undefined }) {
  if (row.kind === 'gap')
    return (
      <div className={css.gap}>
        ⋯ {row.lines} {row.lines === 1 ? 'line' : 'lines'}
      </div>
    );
  if (row.kind === 'removed')
    return (
      <div className={cx(css.line, css.removed)}>
        <span />
        <span className={css.number}>−</span>
        <del style={indented(row.text)}>{breakable(row.text.trimStart())}</del>
      </div>
    );
  const { tint = null, pills = [], failing = false, error = null } = mark ?? {};
  return (
    <>
      <div
        data-line={row.line}
        data-look={row.look}
        className={cx(
          css.line,
          row.look === 'named' ? css.named : css.around,
          tint && css.tinted,
          row.added && css.added,
          failing && css.failing,
        )}
        style={tint ? hueStyle(tint.thread) : undefined}
      >
        <span className={css.pills}>
          {pills.map((pill) => (
            <Pill key={pill.thread + pill.look} {...pill} />
          ))}
        </span>
        <span className={css.number}>
          {row.added && <ins>+</ins>}
          {row.line}
        </span>
        <code style={indented(row.text)}>
          {tokensOf(row.text.trimStart()).map(({ start, text, tone }) => (
            <span key={start} className={tone === null ? undefined : css[tone]}>
              {breakable(text)}
            </span>
          ))}
        </code>
      </div>
      {error && (
        <div className={css.error}>
          <Icon name="x" size={13} />
          <span>
            <b>{error.title}.</b> <Sentence>{error.sentence}</Sentence>
          </span>
        </div>
      )}
    </>
  );
}
