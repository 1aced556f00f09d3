import { BURMESE } from '../../burmese.js';
import type { StudyWords } from './english.js';

// Machine draft, needs native review.

const { number, percent, spots } = BURMESE;
const UNITS = { s: 'စက္ကန့်', min: 'မိနစ်', h: 'နာရီ' } as const;

/** What is said on the terminal of a study, in Burmese. */
export const BURMESE_STUDY: StudyWords = {
  progress: {
    reading: 'ဖတ်နေသည်',
    checking: 'စစ်ဆေးနေသည်',
    estimating: 'ခန့်မှန်းနေသည်',
    chains: 'အတွဲများ တွက်နေသည်',
    planning: 'အစီအစဉ် ဆွဲနေသည်',
    protecting: 'ကာကွယ်နေသည်',
    comparing: 'နှိုင်းယှဉ်နေသည်',
    exporting: 'ထုတ်ယူနေသည်',
    studies: 'လေ့လာမှုများ ပြန်တွက်နေသည်',
    towns: 'စိတ်ကူးမြို့များ ပြုလုပ်နေသည်',
    designs: 'လေ့လာမှု ပုံစံများ စမ်းနေသည်',
    left: (count, unit) => `${UNITS[unit]} ${number(count)} ခန့် ကျန်သည်`,
  },
  issues: {
    counts: (errors, warnings, notes) =>
      [`အမှား ${number(errors)} ခု`, `သတိပေးချက် ${number(warnings)} ခု`, `မှတ်ချက် ${number(notes)} ခု`].join('၊ '),
    more: (count, code) => `… ${code} နောက်ထပ် ${number(count)} ခု (--all ဖြင့် ပြမည်၊ issues.csv တွင် အားလုံး ပါသည်)`,
    read: (counts, files) => `${counts} - ${files}`,
  },
  labelled: (name, text) => `${name} - ${text}`,
  written: (counts, files, folder) => `${counts}။ ${folder} တွင် ဖိုင် ${number(files)} ခု`,
  openReport: (path) => `အစီရင်ခံစာ ဖွင့်ရန် - ${path}`,
  basis: BURMESE.basisShort,
  estimate: {
    population: 'လူအုပ်စု',
    municipality: 'မြူနီစီပယ်',
    low: 'အနိမ့်',
    high: 'အမြင့်',
    perSpot: 'တစ်နေရာလျှင်',
    extremes: 'အနိမ့်နှင့် အမြင့်သည် အစွန်းဆုံး အဖြေများ၏ ပေါင်းလဒ် ဖြစ်ပြီး ယုံကြည်မှု အပိုင်းအခြား မဟုတ်ပါ။',
    interval: (population, ends, basis, method) => `${population} ${ends} - ${basis} (${method})။`,
    week: 'ရက်သတ္တပတ်',
    weekHead: `${BURMESE.days.mon}–${BURMESE.days.sun}`,
    weekend: (days) => `ပိတ်ရက် (${days})`,
    days: BURMESE.days,
    busiest: 'အများဆုံး',
    flat: 'အတူတူ',
    level1Only: (count) => `အဆင့် ၁ ဖြင့်သာ သိရသော ${spots(count)}`,
    tooFewBoth: (count) =>
      `အဆင့် ၁ ဖြင့်သာ သိရသော ${spots(count)}။ အဆင့်နှစ်ခုလုံး ပါသော နေရာ နည်းလွန်းသဖြင့် မည်မျှ လွဲသည်ကို မပြောနိုင်ပါ`,
    validateFirst: (names) => `ဦးစွာ အတည်ပြုရန် - ${names}`,
    totalError: (error) => `၎င်းတို့ကြောင့် စုစုပေါင်း၏ စံအမှား ±${number(error, 1)}`,
    afterVisits: (error, visits) => `${number(visits)} ခု ပြီးလျှင် ±${number(error, 1)}`,
    afterAll: (error) => `အားလုံး ပြီးလျှင် ±${number(error, 1)}`,
    chains: (count) => `အတွဲ ${number(count)} ခု`,
    oneChanged: 'ရွေးချယ်မှု တစ်ခု ပြောင်း',
  },
  plan: {
    title: 'အစီအစဉ်',
    workers: 'ဝန်ထမ်း',
    visits: 'တစ်လ သွားရောက်မှု',
    covered: 'ပါဝင်သော လူ',
    interrupted: 'ရှာဖွေမှု ရပ်တန့်ခံရသည်။ ယခုအထိ အကောင်းဆုံး အစီအစဉ် ဖြစ်ပြီး စည်းမျဉ်းအားလုံး စစ်ဆေးပြီး။',
    stopped: '--seconds က ရှာဖွေမှုကို ရပ်သည်။ ယခုအထိ အကောင်းဆုံး အစီအစဉ် ဖြစ်ပြီး စည်းမျဉ်းအားလုံး စစ်ဆေးပြီး။',
  },
  bounds: {
    who: 'မည်သူက ဘာကို',
    parts: 'အပိုင်း',
    km: 'ကီလိုမီတာ',
    personKm: 'လူ-ကီလိုမီတာ',
    least: 'သက်သေပြပြီး အနည်းဆုံး',
    saved: 'လျှော့နိုင်သည်',
    tooLarge: 'ဘောင်ခတ်ရန် ကြီးလွန်းသည်',
    atMost: (share) => `အများဆုံး ${percent(share, 2, true)}`,
    noSolver: 'highs ပက်ကေ့ဂျ် မထည့်သွင်းရသေးပါ။ ဘောင်များကို ကိုယ်ပိုင် တန်ဖိုးများမှသာ စတွက်သည် (npm install highs က ပိုတိကျစေသည်)။',
  },
  sites: {
    open: (sites, method, kept, places) =>
      `ဝန်ဆောင်မှုဌာန - ${method} အရ ${number(sites)} ခု ဖွင့်သည်၊ ရှိပြီးသား ${number(kept)} ခု၊ ရွေးနိုင်သော နေရာ ${number(places)} ခု`,
    within: (within, people, share, minutes) =>
      `လူ ${number(people)} ဦးအနက် ${number(within)} ဦး${share === undefined ? '' : ` (${percent(share)})`} သည် အသွားတစ်ကြောင်း ${number(minutes)} မိနစ်အတွင်း ရှိသည်`,
    needed: (people, most, sites) =>
      `လူ ${number(people)} ဦးအတွက် ဌာနတစ်ခုလျှင် ${number(most)} ဦးနှုန်းဖြင့် ဌာန ${number(sites)} ခု လိုသည် (F15)`,
    full: (sites) => `လက်ခံနိုင်သည်ထက် လူပိုများမည့် ဌာန ${number(sites)} ခု`,
    unsafe: (sites) => `လုံခြုံရေး အဆင့် ၄ သို့မဟုတ် ၅ နေရာများကြားရှိ ဌာန ${number(sites)} ခု - ဦးစွာ စစ်ဆေးပါ`,
    none: 'မည်သည့်ဌာနမျှ မဖွင့်နိုင်ပါ။ နေရာတိုင်းသည် တားမြစ်ထား၊ ဝေးလွန်း သို့မဟုတ် ငယ်လွန်းသည်',
  },
  verify: {
    read: (parts, workers, visits) =>
      `ရေးပြီးသော ဇယားများမှ ပြန်ဖတ်သည် - နေရာနှင့် အပိုင်း ${number(parts)} ခု၊ ကွင်းဆင်းဝန်ထမ်း ${number(workers)} ဦး၊ သွားရောက်မှု ${number(visits)} ကြိမ်။`,
    kept: 'လိုက်နာ',
    broken: 'ချိုးဖောက်',
    sound: 'အစီအစဉ်သည် စည်းမျဉ်းအားလုံးကို လိုက်နာသည်။',
    unsound: 'အစီအစဉ်သည် စည်းမျဉ်းများကို ချိုးဖောက်သည်။',
  },
};
