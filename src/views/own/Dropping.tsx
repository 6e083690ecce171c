/** A file that is dropped anywhere on the page is opened. */
import type { DragEvent, ReactNode } from 'react';
import css from './Own.module.css';
import { useReadFile } from './readFile';

export function Dropping({ children }: { readonly children: ReactNode }) {
  const read = useReadFile();
  const hasFile = ({ dataTransfer }: DragEvent): boolean => dataTransfer.types.includes('Files');
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Open a file does the same by key
    <div
      className={css.dropping}
      onDragOver={(event) => {
        if (hasFile(event)) event.preventDefault();
      }}
      onDropCapture={(event) => {
        const [file] = event.dataTransfer.files;
        if (file === undefined) return;
        event.preventDefault();
        event.stopPropagation();
        void read(file);
      }}
    >
      {children}
    </div>
  );
}
