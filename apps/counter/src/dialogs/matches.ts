const consonants = 'ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ';
const firstSyllable = 0xac00;
const perConsonant = 588;
const lastSyllable = 0xd7a3;

/** First consonant of a syllable, else the character itself. */
function initial(character: string): string {
  const code = character.charCodeAt(0);
  if (code < firstSyllable || code > lastSyllable) return character;
  return consonants[Math.floor((code - firstSyllable) / perConsonant)] ?? character;
}

/** Whether a text has what was typed in it, by letters or by first consonants; spaces and case do not count. */
export function matches(text: string, typed: string): boolean {
  const plain = (value: string) => value.toLowerCase().replace(/\s+/g, '');
  const wanted = plain(typed);
  const whole = plain(text);
  return whole.includes(wanted) || [...whole].map(initial).join('').includes(wanted);
}
