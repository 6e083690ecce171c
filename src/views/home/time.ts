/** When something was, as people say it: the hour of today, else the day. */
export function timeWords(time: number, now: number): string {
  const at = new Date(time);
  const sameDay = at.toDateString() === new Date(now).toDateString();
  return sameDay
    ? at.toLocaleTimeString(undefined, { hour: '2-digit', minute: '2-digit' })
    : at.toLocaleDateString(undefined, { day: 'numeric', month: 'short', year: 'numeric' });
}
