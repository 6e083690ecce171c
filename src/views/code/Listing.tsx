/** The source as plain text, in the metrics of the editor, so that nothing jumps when the editor takes its place. Also what is printed. */
import { cx } from '../parts/cx';
import { hueStyle } from '../parts/hue';
import { Icon } from '../parts/Icon';
import { Pill } from '../parts/Pill';
import { Sentence } from '../parts/Sentence';
import css from './Code.module.css';
import type { LineMark, Marks } from './marks';

export function Listing({ source, marks }: { readonly source: string; readonly marks: Marks }) {
  const byLine = new Map(marks.lines.map((mark) => [mark.line, mark]));
  return (
    <pre className={css.listing}>
      {source
        .trimEnd()
        .split('\n')
        .map((text, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a line is its number
          <Line key={index} number={index + 1} text={text} mark={byLine.get(index + 1)} />
        ))}
    </pre>
  );
}

interface LineProps {
  readonly number: number;
  readonly text: string;
  readonly mark: LineMark | undefined;
}

function Line({ number, text, mark }: LineProps) {
  const tint = mark?.tint;
  return (
    <>
      <div
        className={cx(css.line, tint && (tint.strong ? css.strong : css.soft), mark?.failing && css.failing)}
        style={tint ? hueStyle(tint.thread) : undefined}
      >
        <span className={css.pills}>
          {mark?.causes.map((cause) => (
            <b key={cause} className={css.cause}>
              {cause}
            </b>
          ))}
          {mark?.pills.map((pill) => (
            <Pill key={pill.thread + pill.look} {...pill} />
          ))}
        </span>
        <span className={css.number}>{number}</span>
        <code>{text}</code>
      </div>
      {mark?.error && (
        <div className={css.room}>
          <div className={css.error}>
            <Icon name="x" size={13} />
            <span>
              <b>{mark.error.title}.</b> <Sentence>{mark.error.sentence}</Sentence>
            </span>
          </div>
        </div>
      )}
    </>
  );
}
