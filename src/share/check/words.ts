/**
 * Words that say which people or what work an output is about. No file name, header, property or title of an output may
 * hold one: a name on a screen or in a list of files must not explain itself. Stems are matched at the start of a
 * word, codes and short words as whole words.
 */
interface WordList {
  readonly stems: readonly string[];
  readonly whole: readonly string[];
}

const WORDS: Readonly<Record<string, WordList>> = {
  english: {
    stems: [
      'prostitut',
      'brothel',
      'hooker',
      'homosexual',
      'transgender',
      'transsexual',
      'lesbian',
      'bisexual',
      'narcotic',
      'heroin',
      'methamphet',
      'injecting',
      'junkie',
      'addict',
      'hotspot',
      'escort',
      'massage',
      'cruising',
      'sexwork',
      'keypop',
    ],
    whole: [
      'sex',
      'sexual',
      'gay',
      'drug',
      'drugs',
      'hiv',
      'aids',
      'queer',
      'lgbt',
      'fsw',
      'msw',
      'msm',
      'pwid',
      'pwud',
      'tg',
      'tgw',
      'kp',
      'kps',
    ],
  },
  burmese: {
    stems: [
      'လိင်အလုပ်သမ',
      'လိင်လုပ်သား',
      'ပြည့်တန်ဆာ',
      'ဖာသည်',
      'မိန်းမလျာ',
      'လိင်တူ',
      'လိင်ပြောင်း',
      'မူးယစ်',
      'ဆေးထိုး',
      'ဘိန်းဖြူ',
      'အေအိုင်ဒီ',
    ],
    whole: ['လိင်'],
  },
  serbian: {
    stems: [
      'проститу',
      'бордел',
      'хомосексуал',
      'трансродн',
      'нарком',
      'хероин',
      'дрог',
      'сексуалн',
      'homoseksual',
      'transrodn',
      'narkom',
      'drogir',
      'seksualn',
      'bordel',
    ],
    whole: ['секс', 'геј', 'сида', 'хив', 'seks', 'gej', 'sida', 'droga'],
  },
  albanian: {
    stems: ['prostitut', 'bordell', 'homoseksual', 'transgjinor', 'narkoman', 'droge', 'drogë', 'seksual'],
    whole: ['seks', 'seksi', 'droga'],
  },
  macedonian: {
    stems: ['проститут', 'бордел', 'хомосексуал', 'трансродов', 'нарком', 'дрог', 'сексуалн'],
    whole: ['секс', 'геј', 'сида', 'хив'],
  },
  ukrainian: {
    stems: [
      'проституц',
      'повія',
      'повії',
      'борделі',
      'бордель',
      'гомосексуал',
      'трансгендер',
      'наркот',
      'нарком',
      'героїн',
      'ін’єкц',
      "ін'єкц",
      'сексуальн',
    ],
    whole: ['секс', 'гей', 'геї', 'снід', 'віл', 'чсч', 'лін', 'жсб'],
  },
  russian: {
    stems: [
      'проститу',
      'бордел',
      'гомосексуал',
      'трансгендер',
      'наркот',
      'нарком',
      'героин',
      'инъекц',
      'сексуальн',
    ],
    whole: ['секс', 'гей', 'геи', 'спид', 'вич', 'мсм', 'луин', 'жср'],
  },
};

const STEMS = Object.values(WORDS).flatMap((list) => list.stems);
const WHOLE = new Set(Object.values(WORDS).flatMap((list) => list.whole));

/** Languages the list covers. */
export const WORD_LANGUAGES = Object.keys(WORDS);

/** The first word of a text that says which people or what work it is about; undefined where there is none. */
export function tellingWord(text: string): string | undefined {
  const plain = text.normalize('NFC').toLowerCase();
  const words = plain.split(/[^\p{L}\p{M}’']+/u).filter((word) => word !== '');
  const whole = words.find((word) => WHOLE.has(word));
  if (whole !== undefined) return whole;
  const joined = words.join('');
  return STEMS.find((stem) =>
    words.some((word) => word.startsWith(stem) || (isUnspaced(stem) && joined.includes(stem))),
  );
}

/** Burmese is written without spaces between words, so its stems are looked for anywhere. */
const isUnspaced = (stem: string) => /\p{Script=Myanmar}/u.test(stem);
