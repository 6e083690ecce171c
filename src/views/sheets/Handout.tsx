/**
 * A story on paper: each part with the lines it is about and its picture, the run as a table, and the whole code. What comes after a
 * question begins a new page, so that the answer is not in sight.
 */
import { useState } from 'react';
import {
  type Answer,
  type Beat,
  FATES,
  failingVariant,
  type HandoutPart,
  type Prediction,
  type Scenario,
  storyOf,
  variantBySlug,
} from '../../session';
import { FilesPane } from '../files/FilesPane';
import { historyAt } from '../files/history';
import { excerptAt, Rows } from '../guided/Excerpt';
import { changeOf, pictureOf } from '../guided/words';
import { LocksView } from '../locks/LocksView';
import { ObjectsView } from '../objects/ObjectsView';
import { Button } from '../parts/Button';
import { useActions, useSession } from '../useSession';
import css from './Handout.module.css';
import { Steps } from './RunTable';
import { runTable } from './run-table';

export function Handout({ scenario }: { readonly scenario: Scenario }) {
  const { showSheet } = useActions();
  const story = useSession(storyOf);
  const slug = useSession((s) => s.story);
  const parts = useSession((s) => (s.handout?.story === story ? s.handout.parts : null));
  const [answers, setAnswers] = useState(false);
  const teller = variantBySlug(scenario, slug) ?? scenario.variants[0];
  // The longest run of the story's own program: to the failure, where it has one.
  const last = story.findLastIndex(({ variant }) => variant === teller.slug);
  const run = parts?.[last]?.run ?? null;
  return (
    <main className={css.sheet} aria-busy={parts === null || undefined} aria-label="Handout">
      <div className={css.bar}>
        <label>
          <input type="checkbox" checked={answers} onChange={({ target }) => setAnswers(target.checked)} />
          With the answers
        </label>
        <Button look="primary" off={parts === null} onClick={() => print()}>
          Print
        </Button>
        <Button shortcut="Esc" onClick={() => showSheet(null)}>
          Close
        </Button>
      </div>
      <header className={css.intro}>
        <p>{scenario.bug}</p>
        <h1>{scenario.title}</h1>
        <p>{teller.role === 'before' ? scenario.sentence : teller.sentence}</p>
      </header>
      {parts?.map((part, index) => (
        <Part key={story[index].title} {...{ scenario, story, index, answers, part }} />
      ))}
      {run !== null && (
        <section className={css.page}>
          <h2>The run, step by step</h2>
          <Steps table={runTable(run.trace, run.findings, run.at)} />
        </section>
      )}
      <section className={css.page}>
        <h2>
          The code: <code>{teller.file}</code>
        </h2>
        <ol className={css.code}>
          {teller.source
            .trimEnd()
            .split('\n')
            .map((line, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a line is its number
              <li key={index}>
                <code>{line}</code>
              </li>
            ))}
        </ol>
      </section>
    </main>
  );
}

interface PartProps {
  readonly scenario: Scenario;
  readonly story: readonly Beat[];
  readonly index: number;
  readonly part: HandoutPart;
  readonly answers: boolean;
}

function Part({ scenario, story, index, part: { run, judged }, answers }: PartProps) {
  const { title, text, question, predict } = story[index];
  const before = story[index - 1];
  const asked = before?.question !== undefined || before?.predict !== undefined;
  return (
    <article className={css.part} data-asked={asked || undefined}>
      <h2>
        {index + 1}. {title}
      </h2>
      <p>{text}</p>
      {run !== null && <Pictures {...{ scenario, story, index, run, answers }} />}
      {question && (
        <Asked
          text={question.text}
          options={run?.snapshot.threads.map(({ name }) => name) ?? []}
          answer={answers ? `${question.answer}.` : null}
        />
      )}
      {predict && (
        <Asked
          text={predict.text}
          options={optionsOf(predict)}
          answer={answers ? answerTo(predict, judged) : null}
        />
      )}
    </article>
  );
}

function optionsOf(predict: Prediction): readonly string[] {
  if (predict.kind === 'fate') return FATES;
  return predict.kind === 'line' ? predict.options : predict.options.map(({ text }) => text);
}

function answerTo({ because = '' }: Prediction, judged: HandoutPart['judged']): string {
  if (judged === null) return 'It is known once all orders have been tried.';
  const right = judged.options.filter((option) => option.right).map(({ text }) => text);
  return `${right.join(', ')}. ${judged.known} ${because}`.replaceAll('`', '').trim();
}

interface AskedProps {
  readonly text: string;
  readonly options: readonly string[];
  /** Null where it is for the reader to find. */
  readonly answer: string | null;
}

function Asked({ text, options, answer }: AskedProps) {
  return (
    <div className={css.question}>
      <h3>{text}</h3>
      <ul>
        {options.map((option) => (
          <li key={option}>{option}</li>
        ))}
      </ul>
      {answer === null ? (
        <p className={css.blank}>Why?</p>
      ) : (
        <p>
          <b>Answer:</b> {answer}
        </p>
      )}
    </div>
  );
}

/** The lines a part is about, and the picture that it chooses. */
type PicturesProps = Pick<PartProps, 'scenario' | 'story' | 'index' | 'answers'> & { readonly run: Answer };

function Pictures({ scenario, story, index, run, answers }: PicturesProps) {
  const beat = story[index];
  const { source, slug } = variantBySlug(scenario, beat.variant) ?? failingVariant(scenario);
  const { trace, snapshot, at } = run;
  const findings = run.findings.filter(({ reached, step }) => reached && step <= at);
  const shown = findings[0] ?? null;
  const { rows, marks } = excerptAt(
    { story, beat: index, slug, source, diff: changeOf(scenario, story, index) },
    { snapshot, trace, at, findings, shown },
    false,
  );
  const history = historyAt(trace, at);
  // What a thread will see is not to be read off a picture.
  const tells = beat.predict?.kind === 'sight' && !answers;
  const picture = tells ? null : pictureOf(beat, snapshot, history !== null);
  return (
    <div className={css.pictures}>
      <div className={css.lines}>
        <Rows rows={rows} marks={marks} />
      </div>
      {picture === 'objects' && <ObjectsView {...{ snapshot, trace }} finding={shown} />}
      {picture === 'locks' && <LocksView {...{ snapshot, trace }} found={shown} />}
      {picture === 'files' && history !== null && (
        <FilesPane trace={trace} history={history} cursors={trace.files[at]?.cursors ?? []} />
      )}
    </div>
  );
}
