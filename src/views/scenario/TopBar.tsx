/** Home, the bug, its variants with their verdict marks, and what concerns the whole page. */
import type { Scenario, Summary, Theme } from '../../session';
import { Button } from '../parts/Button';
import { Icon, Logo } from '../parts/Icon';
import { Tooltip } from '../parts/Tooltip';
import { type Room, useMedia } from '../parts/useMedia';
import { useActions, useSession } from '../useSession';
import { ModeSwitch } from './ModeSwitch';
import { More } from './More';
import css from './TopBar.module.css';
import { Variants } from './Variants';

export function TopBar({ scenario, room }: { readonly scenario: Scenario; readonly room: Room }) {
  const { editCopy, fixIt } = useActions();
  return (
    <header className={css.top}>
      <Crumb {...scenario} />
      <span className={css.grow} />
      {room === 'wide' && (
        <span className={css.label} aria-hidden="true">
          Variant
        </span>
      )}
      <Variants scenario={scenario} room={roomForTabs[room]} />
      <ModeSwitch />
      <span className={css.rule} />
      <Tooltip text="Make it a program of your own" shortcut="E" edge="end">
        <Button aria-keyshortcuts="E" onClick={editCopy}>
          <Icon name="write" size={14} />
          Edit
        </Button>
      </Tooltip>
      <Tooltip text="Fix it yourself" edge="end">
        <Button square={room !== 'wide'} aria-label="Fix it yourself" onClick={() => fixIt()}>
          <Icon name="flag" size={14} />
          {room === 'wide' && 'Fix it'}
        </Button>
      </Tooltip>
      <PageButtons />
    </header>
  );
}

/** What every program has at the end of its bar. */
export function PageButtons() {
  const { copyLink } = useActions();
  return (
    <>
      <Tooltip text="Copy a link to this step" edge="end">
        <Button onClick={() => void copyLink()}>
          <Icon name="share" size={14} />
          Share
        </Button>
      </Tooltip>
      <More />
      <ThemeButton />
      <HelpButton />
    </>
  );
}

/** The same bar while no more than the summary is known. */
export function BarWhileLoading({ summary }: { readonly summary: Summary }) {
  return (
    <header className={css.top}>
      <Crumb {...summary} />
    </header>
  );
}

function Crumb({ bug, title }: Pick<Summary, 'bug' | 'title'>) {
  return (
    <>
      <HomeLink />
      <span className={css.rule} />
      <div className={css.crumb}>
        <code>{bug}</code>
        <h1>{title}</h1>
      </div>
    </>
  );
}

/** px left beside home, title and buttons at the smallest width of each. */
const roomForTabs: Record<Room, number> = { wide: 520, medium: 300, narrow: 0, phone: 0 };

export function HomeLink() {
  return (
    <a className={css.brand} href="#/" aria-label="Racecourse, all bugs">
      <Logo />
      Racecourse
    </a>
  );
}

const nextTheme: Record<Theme, Theme> = { system: 'light', light: 'dark', dark: 'system' };
const themeWords: Record<Theme, string> = { system: 'as the system', light: 'light', dark: 'dark' };

export function ThemeButton() {
  const { setTheme } = useActions();
  const theme = useSession((s) => s.theme);
  const systemDark = useMedia('(prefers-color-scheme: dark)');
  const dark = theme === 'dark' || (theme === 'system' && systemDark);
  return (
    <Tooltip text={`Theme: ${themeWords[theme]}`} edge="end">
      <Button
        look="ghost"
        square
        aria-label={`Theme: ${themeWords[theme]}`}
        onClick={() => setTheme(nextTheme[theme])}
      >
        <Icon name={dark ? 'moon' : 'sun'} />
      </Button>
    </Tooltip>
  );
}

export function HelpButton() {
  const { showSheet } = useActions();
  return (
    <Tooltip text="Keys and help" shortcut="?" edge="end">
      <Button look="ghost" square aria-label="Keys and help" onClick={() => showSheet('help')}>
        <Icon name="help" />
      </Button>
    </Tooltip>
  );
}
