/** A dialog that is in the page only while it is open: its code and its words are fetched when they are wanted. */
import { type ReactNode, useEffect } from 'react';
import { Dialog, openDialog } from '../parts/Dialog';
import { useActions } from '../useSession';

interface Props {
  readonly id: string;
  readonly title: string;
  readonly children: ReactNode;
}

export function SheetDialog({ id, title, children }: Props) {
  const { showSheet } = useActions();
  useEffect(() => openDialog(id), [id]);
  return (
    <Dialog id={id} title={title} onClose={() => showSheet(null)}>
      {children}
    </Dialog>
  );
}
