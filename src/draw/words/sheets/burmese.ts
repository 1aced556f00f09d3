import { formatTime } from '../../../model/week.js';
import { BURMESE } from '../burmese.js';
import { dateParts } from '../date-style.js';
import type { SheetWords } from './english.js';

// Machine draft, needs native review.

const MONTHS = 'ဇန်နဝါရီ ဖေဖော်ဝါရီ မတ် ဧပြီ မေ ဇွန် ဇူလိုင် ဩဂုတ် စက်တင်ဘာ အောက်တိုဘာ နိုဝင်ဘာ ဒီဇင်ဘာ'.split(' ');

const digits = (text: string) => text.replaceAll(/\d/g, (digit) => BURMESE.number(Number(digit)));

function date(iso: string, hasYear: boolean): string {
  const { day, month, year } = dateParts(iso);
  return `${hasYear ? `${digits(String(year))} ခုနှစ် ` : ''}${MONTHS[month] ?? ''}လ ${digits(String(day))} ရက်`;
}

/** The words of a printed sheet in Burmese. */
export const BURMESE_SHEETS: SheetWords = {
  tag: BURMESE.tag,
  draft: BURMESE.page.draft,
  days: BURMESE.days,
  number: (value) => BURMESE.number(value),
  time: (minutes) => digits(formatTime(minutes)),
  day: (iso) => {
    const { day, month } = dateParts(iso);
    return `${MONTHS[month] ?? ''} ${digits(String(day))}`;
  },
  // The year stands first, and once where it is the same.
  dates: (from, to) => `${date(from, true)}မှ ${date(to, dateParts(from).year !== dateParts(to).year)}အထိ`,
  title: 'လုပ်ငန်းစာရွက်များ',
  none: 'သွားရောက်ရန် စီစဉ်ထားခြင်း မရှိပါ။',
  week: (week) => `အပတ် ${BURMESE.number(week)}`,
  until: (time) => `${time} အထိ`,
  heads: { day: 'နေ့', time: 'အချိန်', where: 'နေရာ', bring: 'ယူသွားရန်', met: 'တွေ့ခဲ့သူ' },
  call: 'ဖုန်းခေါ်ရန်',
  safePoint: 'ဘေးကင်းသောနေရာ',
  icons: {
    people: 'တွေ့ရန် မျှော်လင့်သူ',
    pair: 'အတူသွားရန်',
    talk: 'စကားပြောရန်',
    condoms: 'ကွန်ဒုံး',
    lubricant: 'ချောဆီ',
    needles: 'ပိုးသတ်ထားသော အထုပ်',
    sharps_boxes: 'ပြန်အပ်ရန် ဘူး',
    test_kits: 'စစ်ဆေးကိရိယာ',
    arv_refills: 'ထပ်ဖြည့်ရန်',
    night: 'သန်းခေါင်ကျော်မှ ပြီးမည်',
    safe: 'အသွားအပြန် အကြောင်းကြားရန်',
  },
};
