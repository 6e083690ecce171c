/** A file of the disk, read here and sent nowhere. */
import { useRef } from 'react';
import { Button } from '../parts/Button';
import { Icon } from '../parts/Icon';
import { Tooltip } from '../parts/Tooltip';
import { useReadFile } from './readFile';

export function OpenFile({
  square = false,
  words = 'Open',
}: {
  readonly square?: boolean;
  readonly words?: string;
}) {
  const input = useRef<HTMLInputElement>(null);
  const read = useReadFile();
  return (
    <>
      <input
        ref={input}
        type="file"
        hidden
        aria-label="A file to open"
        accept=".cpp,.cc,.cxx,.hpp,.h,.txt,text/plain"
        onChange={({ target }) => {
          const [file] = target.files ?? [];
          if (file !== undefined) void read(file);
          target.value = '';
        }}
      />
      <Tooltip text="Open a file" edge="end">
        <Button
          look={square ? 'ghost' : 'plain'}
          square={square}
          aria-label="Open a file"
          onClick={() => input.current?.click()}
        >
          <Icon name="open" size={14} />
          {!square && words}
        </Button>
      </Tooltip>
    </>
  );
}
