/** The bar of one's own program: its name, which can be changed, its forms, and its file. */
import { type FormEvent, useRef } from 'react';
import { collectionOf, documentOf, OWN, type SessionState, standingOf } from '../../session';
import { Button } from '../parts/Button';
import { Icon } from '../parts/Icon';
import { Menu } from '../parts/Menu';
import { Segmented } from '../parts/Segmented';
import { Tooltip } from '../parts/Tooltip';
import type { Room } from '../parts/useMedia';
import { HomeLink, PageButtons } from '../scenario/TopBar';
import topCss from '../scenario/TopBar.module.css';
import { markOf, verdictIcons } from '../scenario/verdict';
import { useActions, useSession } from '../useSession';
import { MakeExercise } from './MakeExercise';
import { OpenFile } from './OpenFile';
import css from './Own.module.css';
import { Settings } from './Settings';

export function Bar({ room }: { readonly room: Room }) {
  const here = useSession((s) => collectionOf(s) !== undefined);
  return (
    <header className={topCss.top}>
      <HomeLink />
      <span className={topCss.rule} />
      <Name />
      <span className={topCss.grow} />
      {here && (
        <>
          <Forms room={room === 'narrow' ? 0 : 420} />
          <FileButtons square={room !== 'wide'} />
          <span className={topCss.rule} />
        </>
      )}
      <PageButtons />
    </header>
  );
}

const titleOf = (s: SessionState): string => collectionOf(s)?.title ?? 'Your own program';

/** The heading, and the way to change it. */
export function Name() {
  const { renameProgram } = useActions();
  const title = useSession(titleOf);
  const input = useRef<HTMLInputElement>(null);
  const here = useSession((s) => collectionOf(s) !== undefined);
  const take = (event: FormEvent) => {
    event.preventDefault();
    input.current?.blur();
  };
  if (!here) return <h1 className={css.name}>{title}</h1>;
  return (
    <form className={css.naming} onSubmit={take}>
      <h1 className="only-read">{title}</h1>
      <input
        // Another program is another field.
        key={title}
        ref={input}
        className={css.name}
        aria-label="Name"
        defaultValue={title}
        maxLength={80}
        autoComplete="off"
        onBlur={({ target }) => {
          renameProgram(target.value);
          if (target.value.trim() === '') target.value = title;
        }}
        onKeyDown={({ key, currentTarget }) => {
          if (key !== 'Escape') return;
          currentTarget.value = title;
          currentTarget.blur();
        }}
      />
    </form>
  );
}

/** Wrong and right, or what somebody made of it and what it was before. */
export function Forms({ room }: { readonly room: number }) {
  const { chooseDocument } = useActions();
  const documents = useSession((s) => collectionOf(s)?.documents) ?? [];
  const slug = useSession((s) => documentOf(s)?.origin.slug) ?? '';
  const explored = useSession((s) => s.explored);
  const weak = useSession((s) => s.weak);
  if (documents.length < 2) return null;
  const segments = documents.map((each) => ({
    ...{ value: each.origin.slug, label: each.title },
    icon: verdictIcons[markOf(standingOf({ explored, weak }, each))],
  }));
  return room > 0 ? (
    <Segmented label="Form" value={slug} onChoose={chooseDocument} segments={segments} />
  ) : (
    <Menu label="Form" value={slug} items={segments} onChoose={chooseDocument} />
  );
}

interface FileButtonsProps {
  readonly square?: boolean;
  /** False where they have a place of their own. */
  readonly settings?: boolean;
}

/** Open, save, settings, and make an exercise of it; on the page of a kept one, delete. `square`: the icons alone. */
export function FileButtons({ square = false, settings = true }: FileButtonsProps) {
  const { deleteProgram, saveFile } = useActions();
  const kept = useSession(({ route }) =>
    route.page === 'document' && route.collection === OWN.kept ? route.slug : null,
  );
  return (
    <>
      <OpenFile square={square} />
      <Tooltip text="Save as a file" edge="end">
        <Button look="ghost" square={square} aria-label="Save as a file" onClick={saveFile}>
          <Icon name="save" size={14} />
          {!square && 'Save'}
        </Button>
      </Tooltip>
      {settings && <Settings square={square} />}
      <MakeExercise square={square} />
      {kept !== null && (
        <Tooltip text="Delete" edge="end">
          <Button look="ghost" square aria-label="Delete this program" onClick={() => deleteProgram(kept)}>
            <Icon name="bin" size={14} />
          </Button>
        </Tooltip>
      )}
    </>
  );
}
