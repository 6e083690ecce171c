/** What the lines mean. */
import css from './Objects.module.css';

const lines = [
  { word: 'strong', width: 1.6 },
  { word: 'weak', width: 1.6, dash: '4 3' },
  { word: 'raw', width: 1.8, dash: '1.5 2.5' },
] as const;

export function Legend() {
  return (
    <span className={css.legend}>
      {lines.map((line) => (
        <span key={line.word}>
          <svg width="18" height="6" aria-hidden="true">
            <path
              d="M0 3h18"
              strokeWidth={line.width}
              strokeDasharray={'dash' in line ? line.dash : undefined}
            />
          </svg>
          {line.word}
        </span>
      ))}
      <span>
        <svg width="14" height="10" aria-hidden="true">
          <rect x=".5" y=".5" width="13" height="9" rx="2" />
        </svg>
        gone
      </span>
    </span>
  );
}
