/** The failing run of a card in small. What it shows stands beside it in words. */
import { hueOf } from '../parts/hue';
import { Icon } from '../parts/Icon';
import type { CardThread } from './card';
import css from './Home.module.css';
import { HEIGHT, layoutThumbnail, WIDTH } from './thumbnail';

export function Thumbnail({
  threads,
  line,
}: {
  readonly threads: readonly CardThread[];
  readonly line: readonly number[];
}) {
  const { lanes, cells, lines, switches, mark, cellHeight } = layoutThumbnail(
    threads.map(({ id }) => id),
    line,
    true,
  );
  return (
    <svg
      className={css.thumb}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      width="100%"
      height={HEIGHT}
      aria-hidden="true"
    >
      {lines.map((x) => (
        <line key={x} x1={x} x2={x} y1="0" y2={HEIGHT} stroke="var(--line)" opacity=".7" />
      ))}
      {mark && (
        <rect x={mark.left} y="0" width={mark.width} height={HEIGHT} fill="var(--fail)" opacity=".08" />
      )}
      {lanes.map(({ thread, y }) => (
        <g key={thread}>
          <rect x="16" y={y - 7.5} width="17" height="15" rx="3.5" fill={hueOf(thread)} />
          <text x="24.5" y={y + 3.8} textAnchor="middle" className={css.letter}>
            {threads[thread].letter}
          </text>
          <line
            x1="42"
            x2="374"
            y1={y}
            y2={y}
            stroke="var(--line3)"
            strokeOpacity=".6"
            strokeDasharray="1.5 3.5"
          />
        </g>
      ))}
      {cells.map(({ x, y, width, thread }, index) => (
        <rect
          key={x}
          className={css.cell}
          style={{ animationDelay: `${index * 40}ms` }}
          x={x}
          y={y}
          width={width}
          height={cellHeight}
          rx="2.5"
          fill={hueOf(thread)}
        />
      ))}
      {switches.map(({ path, head }) => (
        <g key={path}>
          <path d={path} fill="none" stroke="var(--ink)" strokeWidth="1.4" />
          <path d={head} fill="var(--ink)" />
        </g>
      ))}
      {mark && (
        <>
          <circle cx={mark.x} cy={mark.y} r="8.5" fill="var(--fail)" stroke="var(--sunken)" strokeWidth="2" />
          <Icon name="x" size={11} x={mark.x - 5.5} y={mark.y - 5.5} style={{ color: 'var(--on-thread)' }} />
        </>
      )}
    </svg>
  );
}
