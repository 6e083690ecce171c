/** Whether memory can be shared between workers: asked here and nowhere else. */

/**
 * Isolation alone says too little: WebKitGTK isolates the page and has no SharedArrayBuffer, and one that there is may be refused when
 * it is sent. So one is made and sent.
 */
export function canShareMemory(): boolean {
  if (globalThis.crossOriginIsolated !== true || typeof SharedArrayBuffer !== 'function') return false;
  const { port1, port2 } = new MessageChannel();
  try {
    port1.postMessage(new SharedArrayBuffer(8));
    return true;
  } catch {
    return false;
  } finally {
    port1.close();
    port2.close();
  }
}
