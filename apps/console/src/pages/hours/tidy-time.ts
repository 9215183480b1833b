/** A time as it was typed, as a local time: 9 -> 09:00, 930 -> 09:30, 9:5 -> 09:05. What is none stays as it is. */
export function tidyTime(typed: string): string {
  const found = /^(\d{1,2}):(\d{1,2})$/.exec(typed.trim()) ?? /^(\d{1,2})(\d{2})?$/.exec(typed.trim());
  if (!found) return typed.trim();
  const [, hour = '', minute = '00'] = found;
  const time = `${hour.padStart(2, '0')}:${minute.padStart(2, '0')}`;
  return isTime(time) ? time : typed.trim();
}

/** 00:00 to 24:00. */
export const isTime = (text: string): boolean => /^(?:(?:[01]\d|2[0-3]):[0-5]\d|24:00)$/.test(text);
