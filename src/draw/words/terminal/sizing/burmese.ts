import { BURMESE } from '../../burmese.js';
import type { SizingWords } from './english.js';

// Machine draft, needs native review.

const { number, people, spots } = BURMESE;

const years = (count: number) => `${number(count, 1)} နှစ်`;

/** What sizing methods say on the terminal, in Burmese. */
export const BURMESE_SIZING: SizingWords = {
  interval: 'အပိုင်းအခြား',
  note: 'မှတ်ချက်',
  size: 'အရွယ်အစား',
  refused: (refusal) => `ငြင်းပယ်သည် - ${refusal}`,
  rowsIn: (rows, path) => `${path} တွင် အတန်း ${number(rows)} တန်း`,
  capture: {
    twoLists: (first, second, both, seen) =>
      `ပထမ စာရင်းတွင် ${number(first)} ဦး၊ ဒုတိယ စာရင်းတွင် ${number(second)} ဦး၊ နှစ်ခုလုံးတွင် ${number(both)} ဦး - မတူညီသော ${people(seen)}`,
    weighted: (both, raw) =>
      `စစ်တမ်းဖြင့် အလေးချိန်ညှိထားသော ထပ်နေမှု - နှစ်ခုလုံးတွင် ${number(raw)} ဦး အစား ${number(both)} ဦး။ အလေးချိန်များ၏ ကျပန်းသဘောသည် အပိုင်းအခြားများတွင် မပါပါ (spotwise multiplier တွင် ပါသည်)`,
    oddsRatio: 'စာရင်းများကြား အလားအလာ အချိုး',
    oddsNote: 'ဒေတာက အလားအလာ အချိုးကို မပြောပါ။ ၁ သည် သီးခြားဖြစ်ခြင်း ဖြစ်ပြီး ၁ ထက်ကြီးလျှင် လူတူများသည် နှစ်ခုလုံးတွင် ပါသည်။',
    severalLists: (seen, lists, names) => `စာရင်း ${number(lists)} ခုတွင် မတူညီသော ${people(seen)} - ${names}`,
    model: 'လော့ဂ်-မျဉ်းဖြောင့် မော်ဒယ်',
    standardError: 'စံအမှား',
    weight: 'အလေးချိန်',
    moreModels: (count) => `… မော်ဒယ် နောက်ထပ် ${number(count)} ခု (--json တွင် အားလုံး ပါသည်)`,
    within: (plain, likelihood, redrawn) =>
      `ထိုအလားအလာ အချိုးများအတွင်း ${plain}။ ကျပန်းသဘောကို ထည့်တွက်လျှင် ဖြစ်တန်စွမ်းအရ ${likelihood}၊ ${redrawn}။`,
    noFit: 'ရေတွက်ချက်များနှင့် ကိုက်ညီသော အရွယ်အစား မရှိပါ',
    allow: (range) => `ရေတွက်ချက်များအတိုင်းဆိုလျှင် ${range} ဖြစ်နိုင်သည်`,
    bootstrap: (range) => `ဘွတ်စထရပ်အရ ${range}`,
    bootstrapRefused: (refusal) => `ဘွတ်စထရပ် ငြင်းပယ်သည် - ${refusal}`,
    disagree: (factor) =>
      `နည်းလမ်းများသည် ${number(factor, 1)} ဆ ကွာခြားသည်။ အဖြေသည် စာရင်းများအပေါ် ယူဆချက်ပေါ်တွင် မူတည်ပြီး အစီရင်ခံစာတွင် ဖော်ပြသင့်သည်။`,
  },
  successive: {
    sample: (sampled, prior) => `ရောက်လာသော အစဉ်အတိုင်း ${people(sampled)}၊ ကြိုတင်ယူဆချက် ${prior}`,
    dependent: 'ကြိုတင်ယူဆချက်သည် အခြားနေရာတွင် ရေတွက်ပြီး ဒေတာ ဖြစ်သဖြင့် ပေါင်းစည်းရာတွင် နှစ်ခုလုံးကို မရေတွက်ပါ။',
  },
  tracked: {
    all: (all, mapped, sampled, mappedSampled, found) =>
      `မြေပုံပါ ${spots(all)}တွင် ${people(mapped)}၊ ၎င်းတို့အနက် စစ်ဆေးပြီး ${number(sampled)} ခုတွင် မြေပုံအရ ${number(mappedSampled)} ဦး၊ တွေ့ရှိ ${number(found)} ဦး`,
    stratum: 'အလွှာ',
    enumerated: 'စစ်ဆေးပြီး',
    mapped: 'မြေပုံအရ',
    foundForEach: 'မြေပုံပါ တစ်ဦးလျှင် တွေ့ရှိသူ',
  },
  combine: {
    source: 'ရင်းမြစ်',
    leftOut: BURMESE.forest.leftOut,
    refused: (place, refusal) => `${place} - ငြင်းပယ်သည်၊ ${refusal}`,
    disagree: (factor) =>
      `ရင်းမြစ်များသည် ${number(factor, 1, true)} ဆ ကွာခြားသည်။ မည်သို့ ပေါင်းစည်းစေကာမူ ဤကွာဟချက် မပျောက်ပါ။ ဂဏန်းနှင့်အတူ ဖော်ပြပါ။`,
  },
  extrapolate: {
    total: (mapped, held, unmapped, range, model) =>
      `မြေပုံပါ ဒေသ ${number(mapped)} ခုတွင် ${people(held)}၊ မြေပုံမပါ ဒေသ ${number(unmapped)} ခုတွင် ${model} အရ ${range}၊ ၉၅% ခန့်မှန်း အပိုင်းအခြား`,
    leftOut: 'မြေပုံပါ ဒေသ တစ်ခုစီကို အလှည့်ကျ ချန်ထား',
    medianError: 'အလယ်ကိန်း အမှား',
    logError: 'လော့ဂ် အမှား',
    coverage: '၉၅% ပါဝင်မှု',
    predicted: 'ခန့်မှန်း စုစုပေါင်း',
    note: 'အရေးကြီးသော ဒေသများကို မြေပုံဆွဲကြသဖြင့် ကျန်ဒေသများတွင် မည်သည့်မော်ဒယ်က ပြောသည်ထက်မဆို လူ နည်းနိုင်သည်။',
  },
  compare: {
    all: 'အားလုံး',
    earlier: 'ယခင်',
    later: 'နောက်ပိုင်း',
    kept: 'ကျန်',
    moved: 'ရွှေ့',
    lost: 'ပျောက်',
    new: 'အသစ်',
    ends: (low, high, basis) => `${low} မှ ${high} ${basis}`,
    lostSpots: (lost, gone) =>
      `ပျောက်သော ${spots(lost)}အနက် ${number(gone)} ခုကို မရှိတော့ကြောင်း တွေ့ရသည်။ ကျန်နေရာများသည် စာရင်းတွင်သာ မပါခြင်း ဖြစ်သည်။`,
    standing: (population, standing, all, after, range, persons) =>
      `${population} - ${years(after)} ကြာပြီးနောက် ${spots(all)}အနက် ${number(standing)} ခုသည် ယခင်မြေပုံပါ နေရာတွင် ရှိနေသေးသည် (${range})၊ ၎င်း၏ လူ ${persons} နှင့်အတူ`,
    halfLife: (half, low, high) =>
      `၊ ${years(half)} ကြာလျှင် တစ်ဝက် ပျောက်သည် (${number(low, 1)} မှ ${high === undefined ? 'အဆုံးမရှိ' : number(high, 1)})`,
    ahead: (after, standing, range) => `။ ${years(after)} အကြာတွင် နောက်ပိုင်းမြေပုံ၏ ${standing} (${range}) ကျန်မည်။`,
    seeFirst: (names) => `ဦးစွာ ကြည့်ရန် - ${names} (revisit.csv)`,
  },
  studySize: {
    sample: 'နမူနာ',
    onBoth: 'နှစ်ခုလုံး',
    chanceOfFew: '< ၇ ဖြစ်နိုင်ခြေ',
    capture: 'ဖမ်း–ပြန်ဖမ်း',
    multiplier: 'မြှောက်ဖော်ကိန်း',
    ratio: 'အမြင့်/အနိမ့်',
    none: 'မရှိ',
  },
};
