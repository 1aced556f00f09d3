import { tellingWord } from '../share/check/words.js';

const NEUTRAL = 'Mapping results';

/** The title of a study where it says nothing of whom it is about, else a neutral one: titles stand on screens and paper. */
export function calmTitle(title: string): string {
  return title === '' || tellingWord(title) !== undefined ? NEUTRAL : title;
}
