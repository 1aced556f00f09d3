import type { Audience } from '../../model/disclosure.js';
import type { Basis } from '../../model/range.js';
import type { Day } from '../../model/week.js';
import type { Words } from './english.js';
import { areaWord, numbersIn } from './number-style.js';

// Machine draft, needs native review.

const DIGITS = '၀၁၂၃၄၅၆၇၈၉';

const number = numbersIn({ group: ',', decimal: '.', digits: DIGITS });
const percent = (share: number, decimals = 0, isFixed = false) =>
  `${number(100 * share, decimals, isFixed)}%`;

function wholePercent(share: number): string {
  if (share > 0 && share < 0.01) return '၁% အောက်';
  if (share < 1 && share > 0.99) return '၉၉% အထက်';
  return percent(share);
}

const signed = (value: number) => `${value > 0 ? '+' : value < 0 ? '−' : '±'}${number(Math.abs(value))}`;

/** Hours keep both of their digits: ၀၉:၀၀. */
function hour(at: number): string {
  const hours = at % 24;
  return `${hours < 10 ? number(0) : ''}${number(hours)}:${number(0)}${number(0)}`;
}

const span = (low: number, high: number) => `${number(low)}–${number(high)}`;

function list(items: readonly string[]): string {
  if (items.length < 2) return items.join('');
  return `${items.slice(0, -1).join('၊ ')} နှင့် ${items.at(-1)}`;
}

/** Burmese nouns have no plural. */
const area = areaWord({
  municipality: 'မြူနီစီပယ်',
  township: 'မြို့နယ်',
  county: 'ကောင်တီ',
  district: 'ခရိုင်',
  town: 'မြို့',
});
const people = (count: number) => `လူ ${number(count)} ဦး`;
const spots = (count: number) => `နေရာ ${number(count)} ခု`;
const workers = (count: number) => `ကွင်းဆင်းဝန်ထမ်း ${number(count)} ဦး`;
const someOf = (known: number, all: number) =>
  known === all ? spots(all) : `${spots(all)}အနက် ${number(known)} ခု`;

const DAY_NAMES: Readonly<Record<Day, string>> = {
  mon: 'တနင်္လာ',
  tue: 'အင်္ဂါ',
  wed: 'ဗုဒ္ဓဟူး',
  thu: 'ကြာသပတေး',
  fri: 'သောကြာ',
  sat: 'စနေ',
  sun: 'တနင်္ဂနွေ',
};

const BASES: Readonly<Record<Basis, string>> = {
  extremes: 'အနိမ့်ဆုံးနှင့် အမြင့်ဆုံး အဖြေများ၏ ပေါင်းလဒ်',
  confidence: 'ယုံကြည်မှု အပိုင်းအခြား (confidence interval)',
  credible: 'ဘေးစ်နည်း ဖြစ်နိုင်ခြေ အပိုင်းအခြား (credible interval)',
  spread: 'ပြန့်နှံ့မှု၊ ယုံကြည်မှု အဆင့် မပါ',
};

const AUDIENCES: Readonly<Record<Audience, { readonly name: string; readonly says: string }>> = {
  team: {
    name: 'အဖွဲ့အတွက်သာ',
    says: 'နေရာများသည် အတိအကျ ဖြစ်သည်။ ဤစာမျက်နှာကို သော့ခတ်သိမ်းထားပါ။ ပါဝင်သော အချက်များက လူများကို အန္တရာယ် ဖြစ်စေနိုင်သည်။',
  },
  programme: {
    name: 'အစီအစဉ်အတွက်',
    says: 'နေရာများသည် မီတာ ၁၀၀ ခန့် အနီးစပ်ဆုံးသာ ဖြစ်သည်။ နေရာ သို့မဟုတ် ဝန်ထမ်း၏ ကုဒ် မပါပါ။ လက်ဆင့်ကမ်း မဖြန့်ပါနှင့်။',
  },
  partner: {
    name: 'မိတ်ဖက်အဖွဲ့များအတွက်',
    says: 'ဒေသနှင့် နေရာအမျိုးအစားအလိုက် ဇယားများ ဖြစ်သည်။ ဂဏန်းငယ်များကို ဝှက်ထားပြီး ကျန်ဂဏန်းများကို အနီးစပ်ဆုံး ယူထားသည်။ မည်သည့်နေရာကိုမျှ မပြပါ။',
  },
  public: {
    name: 'အများပြည်သူအတွက်',
    says: 'ဒေသအလိုက် ဇယားများ ဖြစ်သည်။ ဂဏန်းငယ်များကို ဝှက်ထားပြီး ကျန်ဂဏန်းများကို အနီးစပ်ဆုံး ယူထားသည်။ မည်သည့်နေရာကိုမျှ မပြပါ။',
  },
};

/** The words of pages and sheets in Burmese, in Unicode letters and Burmese digits. */
export const BURMESE: Words = {
  tag: 'my',
  number,
  percent,
  wholePercent,
  signed,
  hour,
  list,
  plural: area,
  singular: area,
  populations: {
    FSW: 'အမျိုးသမီး လိင်လုပ်သားများ',
    MSM: 'အမျိုးသားချင်း လိင်ဆက်ဆံသူများ',
    PWID: 'မူးယစ်ဆေး ထိုးသွင်းသုံးစွဲသူများ',
    TG: 'လိင်ပြောင်းသူများ',
    MSW: 'အမျိုးသား လိင်လုပ်သားများ',
  },
  days: DAY_NAMES,
  dayLetters: { mon: 'လာ', tue: 'ဂါ', wed: 'ဟူး', thu: 'တေး', fri: 'ကြာ', sat: 'နေ', sun: 'နွေ' },
  dayList: (days) => list(days.map((day) => DAY_NAMES[day])),
  hourSpan: (from, to) => `${hour(from)}–${hour(to)}`,
  range: span,
  bases: BASES,
  basisShort: {
    extremes: 'အဖြေများအရ',
    confidence: 'ယုံကြည်မှု',
    credible: 'ဖြစ်နိုင်ခြေ',
    spread: 'ပြန့်နှံ့မှု',
  },
  people,
  spots,
  spotsOf: someOf,
  denominator: (name) =>
    ({ adult_men: 'အရွယ်ရောက် အမျိုးသား', adult_women: 'အရွယ်ရောက် အမျိုးသမီး' })[name] ?? name.replaceAll('_', ' '),
  page: {
    skip: 'အဖြေများသို့ သွားရန်',
    contents: 'ဤစာမျက်နှာတွင်',
    dataTable: 'ပုံ၏ နောက်ကွယ်ရှိ ဂဏန်းများ',
    allRows: (count, what) => `${what} ${number(count)} ခု အားလုံး`,
    filter: (what) => `${area(what)} ရှာရန်`,
    sortBy: (column) => `${column} အလိုက် စီရန်`,
    missing: 'မသိရ',
    hidden: 'ဝှက်ထားသည်',
    zoomIn: 'ချဲ့ရန်',
    zoomOut: 'ချုံ့ရန်',
    credits: 'နယ်နိမိတ်များနှင့် ပိုင်းခြေများ၏ ရင်းမြစ်',
    draft: 'စက်ဖြင့် ဘာသာပြန်ထားပြီး မိခင်ဘာသာ ပြောသူက မစစ်ဆေးရသေးပါ။',
    footer: (version) =>
      `spotwise ${version} ဖြင့် ပြုလုပ်သည်။ လေ့လာမှု၊ ရွေးချယ်မှုနှင့် မျိုးစေ့ကိန်း တူလျှင် ဖိုင်များ တစ်ထပ်တည်း တူညီသည်။`,
    audiences: AUDIENCES,
  },
  answers: {
    title: 'အကျဉ်းချုပ်',
    howMany: 'ဘယ်နှစ်ဦးလဲ။',
    whereMost: 'ဘယ်မှာ အများဆုံးလဲ။',
    whenBusiest: 'ဘယ်အချိန် အများဆုံးလဲ။',
    howSure: 'ဘယ်လောက် သေချာသလဲ။',
    notCovered: 'ဘယ်သူတွေ မပါသေးသလဲ။',
    per1000: (rate, of) => `${of} ၁,၀၀၀ လျှင် ${number(rate, 1)}`,
    people: 'လူ',
    top: (count, all, share, word) =>
      count >= all
        ? `${area(word)} ${number(all)} ခုတွင်`
        : `${area(word)} ${number(all)} ခုအနက် ${number(count)} ခုတွင် ${percent(share)}`,
    weekFlat: 'နေ့တိုင်း အတူတူလောက်ပင်',
    weekUnknown: 'နေ့ရက်များကို မှတ်တမ်းမတင်ထားပါ',
    weekend: (days, percentMore) => `${days}: ${signed(percentMore)}%`,
    hours: (of) => `အများဆုံး ${of}`,
    hoursAllDay: 'ထူးခြားသော အချိန် မရှိပါ',
    hoursUnknown: 'အချိန်များကို မှတ်တမ်းမတင်ထားပါ',
    ends: (less, more) => `${signed(less)}% မှ ${signed(more)}%`,
    endsSay: 'အနိမ့်ဆုံးမှ အမြင့်ဆုံး အဖြေများ ဖြစ်ပြီး ယုံကြည်မှု အပိုင်းအခြား မဟုတ်ပါ',
    noRange: 'အနိမ့်ဆုံးနှင့် အမြင့်ဆုံးကို မှတ်တမ်းမတင်ထားသဖြင့် အနိမ့်အမြင့် မရှိပါ။',
    rangeHead: 'အနိမ့်အမြင့်',
    withoutRange: (count) => `အနိမ့်အမြင့် မပါ ${number(count)} ခု`,
    knownHead: 'သွားရောက်ပြီး',
    evidence: (count, validated, share) =>
      validated === 0
        ? `${spots(count)}၊ တစ်ခုမျှ အတည်မပြုရသေး`
        : validated === count
          ? `${spots(count)}၊ အားလုံးကို အတည်ပြုပြီး`
          : `${spots(count)} အနက် ${number(validated)} ခုကို အတည်ပြုပြီး (လူ ${wholePercent(share)})`,
    remote: (places, remote) => `နေရာတွင် ${number(places)} ခု၊ ဖုန်း သို့မဟုတ် အင်တာနက် ${number(remote)} ခု`,
    notCountedHead: 'မရေတွက်ရသေး',
    unlisted: 'စာရင်းမပါသော နေရာများရှိ လူများ',
    noSpot: 'မည်သည့်နေရာသို့မျှ မလာသူများ',
    unvisited: (count, all, word) =>
      `${area(word)} ${number(all)} ခုအနက် မသွားရောက်ရသေးသော ${number(count)} ခုရှိ လူများ`,
    uncoveredOf: (share, whole) => `${whole} အနက် ${wholePercent(share)}`,
    everyone: 'အစီအစဉ်တွင် လူတိုင်း ပါဝင်သည်။',
    mostly: (persons, reason) => `${number(persons)} ဦး - ${reason}`,
    noPlan: 'အစီအစဉ် မရေးဆွဲထားပါ။',
    notForAudience: 'ဤစာဖတ်သူများအတွက် စာမျက်နှာတွင် မပါပါ။',
    hiddenTotal: 'ဝှက်ထားသည် - လူ သို့မဟုတ် နေရာ အလွန်နည်းသည်။',
  },
  where: {
    title: 'ဘယ်မှာ',
    lead: (word) =>
      `အရောင်သည် ${area(word)} တစ်ခုစီရှိ ခန့်မှန်းလူဦးရေကို ပြသည်။ စက်ဝိုင်း၏ ဧရိယာသည် နေရာတစ်ခုတွင် တွေ့ရသော လူဦးရေကို ပြသည်။ ကျယ်ဝန်းသော ဒေသများသည် အမှန်ထက် ပိုအရေးကြီးသည်ဟု ထင်ရတတ်သဖြင့် ဂဏန်းများကိုပါ ဖတ်ပါ။`,
    leadPoints: 'စက်ဝိုင်း၏ ဧရိယာသည် နေရာတစ်ခုတွင် တွေ့ရသော လူဦးရေကို ပြသည်။ ဤလေ့လာမှုတွင် ရေးဆွဲရန် နယ်နိမိတ်များ မပါပါ။',
    hiddenRows: (names) =>
      `ဂဏန်းငယ်သောကြောင့် သို့မဟုတ် ဂဏန်းငယ်တစ်ခုကို ကာကွယ်ရန် ဝှက်ထားသည်။ တစ်ဦးမျှ မရှိခြင်းကိုလည်း ဂဏန်းငယ်ဟု သတ်မှတ်သည် - ${names}။`,
    emptyRows: (names) => `စာရင်းတွင် နေရာတစ်ခုမျှ မပါသော ဒေသများ - ${names}။ လူတစ်ဦးမျှ မရှိဟု မဆိုလိုပါ။`,
    leadAggregated: (word) =>
      `အရောင်သည် ${area(word)} တစ်ခုစီရှိ ခန့်မှန်းလူဦးရေကို ပြသည်။ ကျယ်ဝန်းသော ဒေသများသည် အမှန်ထက် ပိုအရေးကြီးသည်ဟု ထင်ရတတ်သဖြင့် ဂဏန်းများကိုပါ ဖတ်ပါ။`,
    mapTitle: (population) => `မြေပုံ - ${population}`,
    mapSays: (areas, count, top) => `ဒေသ ${number(areas)} ခုနှင့် ${spots(count)}ကို ရေးဆွဲထားသည်။ လူအများဆုံး - ${top}။`,
    caption: (what) =>
      `${what.population}${what.when}။ စက်ဝိုင်းများ - ${what.drawn === what.spots ? spots(what.spots) : `${someOf(what.drawn, what.spots)} (ကျန်နေရာများတွင် တည်နေရာကိန်း မရှိပါ)`}၊ ${what.exact ? 'မှတ်တမ်းတင်ထားသော နေရာအတိုင်း' : 'အနီးဆုံး ၀.၀၀၁° (မီတာ ၁၀၀ ခန့်) သို့ ရွှေ့ထားသည်'}။ ဖုန်း သို့မဟုတ် အင်တာနက်မှ ဆက်သွယ်ရသူများသည် မြေပုံပေါ်တွင် နေရာ မရှိပါ။`,
    captionAreas: (what) => `${what.population}${what.when}။ ဒေသများသာ ဖြစ်သည်။ ဤစာဖတ်သူများကို မည်သည့်နေရာမျှ မပြပါ။`,
    captionNoPoints: (what) =>
      `${what.population}${what.when}၊ ${spots(what.spots)}မှ။ ဤလေ့လာမှုတွင် နေရာများ၏ တည်နေရာကိန်း မပါပါ။`,
    merged: 'ထပ်နေမည့် စက်ဝိုင်းများကို တစ်ခုတည်းအဖြစ် ရေးဆွဲထားသည်။',
    noSpot: 'စာရင်းတွင် နေရာ မရှိ (လူမရှိဟု မဆိုလို)',
    notVisited: 'မသွားရောက်ရသေး',
    hidden: 'ဝှက်ထားသည် (ဂဏန်းငယ်)',
    classPeople: 'လူ',
    circlePeople: 'နေရာတစ်ခုရှိ လူ',
    km: (km) => `${number(km, 2)} ကီလိုမီတာ`,
    noMap: 'မြေပုံ မရှိပါ။ ဤလေ့လာမှုတွင် နယ်နိမိတ်ရော တည်နေရာကိန်းပါ မပါပါ။',
    tableTitle: (word, population) => `${area(word)} - ${population}`,
    share: 'အချိုး',
    spots: 'နေရာ',
    spotsAtLeast: 'နေရာ၊ အနည်းဆုံး',
    estimate: 'ခန့်မှန်းချက်',
    range: 'အနိမ့်အမြင့်',
    rangeHead: 'အနိမ့်ဆုံးမှ အမြင့်ဆုံး',
    per1000: '၁,၀၀၀ လျှင်',
    barHead: (most) => `၀ မှ ${number(most)}`,
  },
  sizes: {
    title: 'ဘယ်နှစ်ဦး၊ ဘယ်လောက် သေချာသလဲ',
    lead: 'မတူညီသော အရာနှစ်ခုကို ခွဲ၍ ရေးဆွဲထားသည်။ မျဉ်းထူသည် အနိမ့်အမြင့် ဖြစ်သည် - အနိမ့်ဆုံး အဖြေအားလုံး၏ ပေါင်းလဒ်နှင့် အမြင့်ဆုံး အဖြေအားလုံး၏ ပေါင်းလဒ်။ အောက်ရှိ မျဉ်းပါးကို အမှားများနှင့်ပတ်သက်သည့် ဖော်ပြထားသော ယူဆချက်မှ တွက်ထားသည်။ ရေးသားဖော်ပြထားခြင်း မရှိလျှင် နှစ်ခုစလုံးသည် ယုံကြည်မှု အပိုင်းအခြား မဟုတ်ပါ။',
    leadAggregated:
      'မျဉ်းထူသည် အနိမ့်အမြင့် ဖြစ်သည် - အနိမ့်ဆုံး အဖြေအားလုံး၏ ပေါင်းလဒ်နှင့် အမြင့်ဆုံး အဖြေအားလုံး၏ ပေါင်းလဒ်ကို အနီးစပ်ဆုံး ယူထားသည်။ ယုံကြည်မှု အပိုင်းအခြား မဟုတ်ပါ။',
    range: (range) => `အနိမ့်အမြင့် ${range} (အနိမ့်ဆုံးနှင့် အမြင့်ဆုံး အဖြေများ၏ ပေါင်းလဒ်)`,
    interval: (range, basis, method) => `တွက်ချက်မှုအရ ${range} (${basis}၊ ${method})`,
    noRange: 'အနိမ့်အမြင့် မရှိ - အနိမ့်ဆုံးနှင့် အမြင့်ဆုံးကို မှတ်တမ်းမတင်ထားပါ',
    noInterval: 'တွက်ချက်ထားသော အပိုင်းအခြား မရှိ',
    figure: 'နိုင်ငံလုံးဆိုင်ရာ ခန့်မှန်းချက်များနှင့် ၎င်းတို့၏ အနိမ့်အမြင့်',
    says: (rows) => rows.join(' '),
    rowSays: (population, estimate, range) => `${population} - ${number(estimate)}၊ ${range}။`,
    caption: (when, count) => `လူအုပ်စုအားလုံးကို လူဦးရေ စကေးတစ်ခုတည်းဖြင့် ပြထားသည်${when}၊ ${spots(count)}မှ။`,
    captionAggregated: (when) => `လူအုပ်စုအားလုံးကို လူဦးရေ စကေးတစ်ခုတည်းဖြင့် ပြထားသည်${when}။`,
    modes: (geo, phone, web) =>
      list([
        `နေရာများတွင် ${number(geo)} ဦး`,
        ...(phone > 0 ? [`ဖုန်းဖြင့် ${number(phone)} ဦး`] : []),
        ...(web > 0 ? [`အင်တာနက်တွင် ${number(web)} ဦး`] : []),
      ]),
  },
  week: {
    title: 'ဘယ်အချိန်',
    lead: 'ဖွင့်ထားသော နေရာများတွင် ရှိမည်ဟု မျှော်မှန်းသော လူဦးရေကို နေ့နှင့် နာရီအလိုက် ပြသည်။ သန်းခေါင်ကျော် အချိန်များကို ယခင်ညနေတွင် ထည့်တွက်သည်။ နေရာများ ဖွင့်ချိန်ကို ပြခြင်းသာ ဖြစ်ပြီး မည်သူ မည်မျှကြာ နေသည်ကို မပြပါ။',
    heatTitle: (population) => `ရက်သတ္တပတ် - ${population}`,
    heatSays: (day, of, count) => `အများဆုံး - ${day}၊ ${of}၊ ဖွင့်ထားသော နေရာများတွင် ${people(count)}ခန့်။`,
    heatCaption: (what) =>
      `${what.population}${what.when}၊ အချိန်သိရသော ${someOf(what.known, what.spots)}မှ။${what.flat > 0 ? ` ၎င်းတို့အနက် ${number(what.flat)} ခုသည် ရက်သတ္တပတ်အကြောင်း မဖော်ပြထားသဖြင့် နေ့တိုင်း တူညီစွာ ထည့်တွက်ထားသည်။` : ''} အချိန်မသိရသော နေရာများကို ချန်ထားသည်။ ပိတ်ထားသည်ဟု မယူဆပါ။`,
    clockTitle: (population) => `လူများသော နာရီများ - ${population}`,
    clockSays: (of) => (of === undefined ? 'ထူးခြားသော နာရီ မရှိပါ။' : `ဖွင့်ထားသော နေရာများတွင် လူအများဆုံး - ${of}။`),
    clockCaption:
      'ပျမ်းမျှ တစ်ရက် ဖြစ်သည်။ ပွင့်ချပ်တစ်ခုသည် တစ်နာရီ ဖြစ်ပြီး ၎င်း၏ အလျားသည် ဖွင့်ထားသော နေရာများရှိ လူဦးရေ ဖြစ်သည်။ ညအချိန်ကို အရိပ်ဖြင့် ပြထားသည်။',
    stripTitle: (population) => `နေ့ရက်များ - ${population}`,
    stripSays: (days) => (days === '' ? 'ထူးခြားသော နေ့ မရှိပါ။' : `အများဆုံး - ${days}။`),
    stripCaption: (what) =>
      `${what.population}${what.when}၊ ရက်သတ္တပတ် သိရသော ${someOf(what.known, what.spots)}ရှိ တစ်နေ့ လူဦးရေ။ အချိန်များကို မှတ်တမ်းမတင်ထားပါ။`,
    unknown: (population) => `${population} - နေ့ရော အချိန်ပါ မှတ်တမ်းမတင်ထားပါ။`,
    atHour: (day, at, count) => `${day} ${at} - ${number(count)}`,
    day: 'နေ့',
    hour: 'နာရီ',
    people: 'လူ',
    mean: 'ပျမ်းမျှ',
    fullest: 'အများဆုံး',
    least: 'မရှိ',
    few: 'နည်း',
    most: 'များ',
  },
  kinds: {
    title: 'နေရာ အမျိုးအစားများ',
    lead: 'ရေတွက်ခဲ့သော နေရာ အမျိုးအစားအလိုက် လူဦးရေနှင့် အဖြေများ၏ အနိမ့်အမြင့်။',
    kind: 'အမျိုးအစား',
    modes: { geo: 'နေရာတွင်', phone: 'ဖုန်းဖြင့်', web: 'အင်တာနက်တွင်' },
    unstated: 'မဖော်ပြထား',
    caption: (population, when, count) => `${population}${when}၊ ${spots(count)}မှ။`,
    captionAggregated: (population, when) => `${population}${when}။`,
  },
  concentration: {
    title: 'မည်မျှ မညီမညာ ပြန့်နှံ့သလဲ',
    lead: 'နေရာများကို အငယ်ဆုံးမှ အကြီးဆုံးသို့ စီထားသည်။ မျဉ်းကွေးသည် မျဉ်းဖြောင့်အောက်သို့ ပိုနိမ့်လေ၊ နေရာအနည်းငယ်တွင် လူပိုများလေ ဖြစ်သည်။ စာရင်းမပါသော နေရာများ ပါလာလျှင် Gini ကိန်း ကျမည် ဖြစ်သည်။',
    figure: (population) => `Lorenz မျဉ်းကွေး - ${population}`,
    says: (gini, half, count) =>
      `Gini ${number(gini, 2)}။ လူတစ်ဝက်သည် ${spots(count)}အနက် အကြီးဆုံး ${number(half)} ခု (${percent(half / count)}) တွင် ရှိသည်။`,
    caption: (population, when, count) =>
      `${population}${when}၊ ${spots(count)}၊ ၀ = နေရာအားလုံး တူညီ၊ ၁ = လူအားလုံး တစ်နေရာတည်း။`,
    spotsAxis: 'နေရာများ၊ အငယ်ဆုံးမှ စ၍',
    peopleAxis: 'လူ',
    gini: 'Gini',
    shareSpots: 'နေရာ အချိုး',
    sharePeople: 'လူ အချိုး',
    even: 'အားလုံး တူညီ',
    tooFew: (population) => `${population} - မျဉ်းကွေး ဆွဲရန် နေရာ အလွန်နည်းသည်။`,
  },
  plan: {
    title: 'အစီအစဉ်',
    lead: (target) =>
      `ဤခန့်မှန်းချက်များဖြင့် အသေးစိတ်အစီအစဉ် (microplan) က လုပ်ဆောင်ပုံ ဖြစ်သည်။ နေရာများတွင် တွေ့ရသူ ${percent(target)} ကို ရည်မှန်းသည်။ ခန့်မှန်းချက် မှားလျှင် အစီအစဉ်လည်း မှားမည်။`,
    mapTitle: (population) => `တာဝန်ယူ ဧရိယာများ - ${population}`,
    mapSays: (catchments, gaps) =>
      `တာဝန်ယူ ဧရိယာ ${number(catchments)} ခုကို ရေးဆွဲထားသည်။ သွားရောက်ရန် မစီစဉ်ရသေးသော ${spots(gaps)}ကို ကွင်းများဖြင့် ပြထားသည်။`,
    mapCaption: (population, exact) =>
      `${population}။ အကွက်တစ်ခုစီသည် ဝန်ထမ်းတစ်ဦး၏ နေရာများ ဖြစ်ပြီး ${exact ? '၎င်းတို့ပတ်လည် မီတာ ၅၀ အကျယ်ဖြင့်' : 'အနီးစပ်ဆုံး နေရာများပတ်လည် မီတာ ၃၀၀ ခန့် အကျယ်ဖြင့်'} ရေးဆွဲထားသည်။ ကွင်းများသည် သွားရောက်ရန် မစီစဉ်ရသေးသော နေရာများရှိ လူများ ဖြစ်ပြီး ကွင်း၏ ဧရိယာသည် လူဦးရေကို ပြသည်။`,
    legendCatchment: 'ဝန်ထမ်းတစ်ဦး၏ နေရာများ',
    legendGap: 'သွားရောက်ရန် မစီစဉ်ရသေးသော လူများ',
    covered: 'ပါဝင်သည်',
    uncovered: 'မပါဝင်ပါ',
    facts: (what) =>
      `${what.isSlots ? `ရှာရန်လိုသော ${workers(what.workers)}` : workers(what.workers)}၊ ${spots(what.spots)}၊ လေးပတ်အတွင်း ${number(what.visits)} ကြိမ် သွားရောက်မည်။${what.fromNeed}`,
    need: (low, estimate, high) =>
      ` ပုံသေနည်းအရ ရည်မှန်းချက်အတွက် ${workers(estimate)} လိုသည် (အနိမ့်အမြင့်အရ ${span(low, high)})။`,
    chance: (chance, target) =>
      `နေရာများတွင် တွေ့ရသည်ဖြစ်စေ မတွေ့ရသည်ဖြစ်စေ လူအားလုံး၏ ${percent(target)} ပါဝင်ရန် ဖြစ်နိုင်ခြေ - ${wholePercent(chance)}။`,
    conflict: 'ပဋိပက္ခ အခြေအနေ - လုံခြုံရေး မှတ်တမ်း မရှိသော နေရာသို့ မည်သူ့ကိုမျှ မစေလွှတ်ပါ။',
    coverTitle: 'ပါဝင်သူနှင့် မပါဝင်သူ',
    coverSays: (covered, all) => `${number(all)} အနက် ${number(covered)}`,
    loadTitle: (population) => `ကွင်းဆင်းဝန်ထမ်းများ၏ ဝန် - ${population}`,
    loadSays: (count, mean, full) =>
      `${workers(count)}၊ တစ်ဦးလျှင် ပျမ်းမျှ ${people(mean)}၊ မိမိ အများဆုံးပမာဏ၏ ဆယ်ပုံကိုးပုံ သို့မဟုတ် အထက်တွင် ရှိသူ ${number(full)} ဦး။`,
    loadCaption:
      'တိုင်တစ်ခုသည် ဝန်ထမ်းတစ်ဦး ဖြစ်ပြီး ဝန်အများဆုံးမှ စသည်။ မျဉ်းသည် ဝန်ထမ်းတစ်ဦး ဝန်ဆောင်မှုပေးနိုင်သော အများဆုံး လူဦးရေ ဖြစ်သည်။',
    loadMost: (most) => `အများဆုံး - ${number(most)}`,
    worker: 'ဝန်ထမ်း',
    workers: 'ဝန်ထမ်း',
    people: 'လူ',
    mostHead: 'အများဆုံး',
    load: 'ဝန်',
    noWorkers: (population) => `${population} - အစီအစဉ်က မည်သည့်ဝန်ထမ်းကိုမျှ နေရာ မပေးထားပါ။`,
    noMap: 'တာဝန်ယူ ဧရိယာ မြေပုံ မရှိပါ။ အစီအစဉ်ရှိ မည်သည့်နေရာတွင်မျှ တည်နေရာကိန်း မရှိပါ။',
  },
  uncovered: {
    title: 'ဘယ်သူတွေ မပါသေးသလဲ၊ ဘာကြောင့်လဲ',
    lead: 'အစီအစဉ်က မရောက်နိုင်သော လူအားလုံး ဖြစ်ပြီး တစ်ဦးစီအတွက် အကြောင်းရင်းတစ်ခုနှင့် အများစုကို အကူအညီဖြစ်စေမည့် အသေးငယ်ဆုံး အပြောင်းအလဲကို ပြထားသည်။',
    nobody: (population) => `${population} - လူတိုင်း ပါဝင်သည်။`,
    reason: 'အကြောင်းရင်း',
    people: 'လူ',
    spots: 'နေရာ',
    change: 'ဘာက ကူညီနိုင်မလဲ',
    caption: (population, uncovered, all) => `${population} - ${people(all)}အနက် ${number(uncovered)} ဦး။`,
    reasons: {
      virtual_only: 'ဖုန်း သို့မဟုတ် အင်တာနက်မှသာ ဆက်သွယ်ရသူများ',
      not_met_at_spots: 'မြေပုံပါ နေရာများတွင် တစ်ခါမျှ မတွေ့ရသူများ',
      nobody_expected: 'လူရှိမည်ဟု မမျှော်မှန်းသော နေရာများတွင်',
      security: 'သွားရောက်ရန် ဘေးကင်းကြောင်း မသိရသော နေရာများတွင်',
      incident: 'မကြာသေးမီက အဖြစ်အပျက် ဖြစ်ခဲ့သော အနီးရှိ နေရာများတွင်',
      no_worker_of_population: 'မိမိတို့ လူအုပ်စုမှ ဝန်ထမ်း မရှိ',
      no_shared_language: 'မိမိတို့ ဘာသာစကား ပြောသော ဝန်ထမ်း မရှိ',
      no_pair: 'နှစ်ဦးသွားရန် လိုသော်လည်း အတွဲ မရနိုင်သော နေရာတွင်',
      distance: 'ဝန်ထမ်းအားလုံးနှင့် အလွန်ဝေး',
      hours: 'ဝန်ထမ်း မအားသော အချိန်တွင်သာ ရှိသူများ',
      curfew: 'ညမထွက်ရ အမိန့် အချိန်တွင်သာ ရှိသူများ',
      capacity: 'သွားနိုင်သော ဝန်ထမ်းအားလုံး ဝန်ပြည့်နေသော နေရာတွင်',
      road_closed: 'ပိတ်ထားသော လမ်း၏ တစ်ဖက်တွင်',
      money: 'ငွေ မလုံလောက်၍',
    },
    changes: {
      online_task: 'အင်တာနက်မှ လုပ်ငန်း - စာပို့ခြင်း၊ ဖုန်း သို့မဟုတ် ဝဘ်ဆိုက် လင့်ခ်',
      networks: 'လူမှုကွန်ရက် - နေရာများတွင် တွေ့ရသူများက အခြားသူများကို ခေါ်လာခြင်း',
      new_count: 'ပြန်လည် ရေတွက်ခြင်း',
      after_incident: 'စောင့်ဆိုင်းပြီးမှ နေရာ၏ ဘေးကင်းမှုကို ပြန်စစ်ခြင်း',
      security_check: 'နေရာ၏ ဘေးကင်းမှုကို ပြန်စစ်ခြင်း',
      new_worker: 'ဝန်ထမ်း ထပ်တိုးခြင်း',
      more_people: 'ထပ်လက်ခံနိုင်သော ဝန်ထမ်းကို လူအနည်းငယ် ထပ်ပေးခြင်း',
      go_farther: 'ပိုဝေးဝေး သွားနိုင်သော သို့မဟုတ် ပိုနီးနီး နေသော ဝန်ထမ်း',
      other_hours: 'အခြား အလုပ်ချိန်',
      meet_earlier: 'ညမထွက်ရ အမိန့် အချိန် မတိုင်မီ တွေ့ဆုံခြင်း',
      open_road: 'လမ်းပွင့်ခြင်း သို့မဟုတ် တစ်ဖက်ခြမ်းရှိ ဝန်ထမ်း',
      more_money: 'ငွေ ထပ်တိုးခြင်း',
    },
  },
  trace: {
    title: 'မူရင်း ပေါင်းလဒ်မှ ခန့်မှန်းချက်သို့',
    lead: 'အဆင့်တစ်ခုစီနှင့် စုစုပေါင်းအပေါ် ၎င်း၏ သက်ရောက်မှုကို အစီအစဉ်အတိုင်း ပြထားသည်။ အခြား မည်သည့်အရာကမျှ ဂဏန်းကို မပြောင်းလဲခဲ့ပါ။',
    step: 'အဆင့်',
    method: 'နည်းလမ်း',
    change: 'ပြောင်းလဲမှု',
    after: 'ပြီးနောက် စုစုပေါင်း',
    rows: 'နေရာ',
    caption: (population, when) => `${population}${when}၊ လူဦးရေ။`,
    steps: {
      settle: 'နေရာများ၏ မူရင်း ပေါင်းလဒ်',
      level_1: 'အဆင့် ၁ ပြင်ဆင်ပြီး',
      day: 'နေ့ ရွေးချယ်ပြီး',
      overlap: 'နှစ်ကြိမ် တွေ့ရသူများ',
      hidden: 'မည်သည့်နေရာတွင်မျှ မရှိသူများ',
      profiles: 'ပရိုဖိုင်မှ လူဦးရေသို့',
      virtual: 'ဖုန်းနှင့် အင်တာနက် ပေါင်းစည်းပြီး',
    },
    unchanged: 'မပြောင်းလဲ',
  },
  forest: {
    title: 'အခြား နည်းလမ်းများနှင့် ယှဉ်လျှင်',
    lead: 'နည်းလမ်းအမျိုးမျိုးဖြင့် ခန့်မှန်းချက်များနှင့် ၎င်းတို့၏ အစွန်းများ၏ အဓိပ္ပာယ်။ လေးထောင့်များသည် တစ်ခုချင်း ခန့်မှန်းချက် ဖြစ်ပြီး စိန်ပုံများက ၎င်းတို့ကို ပေါင်းစည်းသည်။ ဤလေ့လာမှု၏ ရေတွက်ချက်ကို နှိုင်းယှဉ်ရန် ပြထားသည်။ ဇယား၏ အတန်းတစ်ခု ဖြစ်မှသာ ပေါင်းစည်းထားသည်။',
    figure: (population, place) =>
      place === '' ? `ခန့်မှန်းချက်များ - ${population}` : `ခန့်မှန်းချက်များ - ${population}၊ ${place}`,
    source: 'ခန့်မှန်းသူ',
    persons: 'လူ',
    ends: 'အနိမ့်မှ အမြင့်',
    own: 'ဤလေ့လာမှု၏ ရေတွက်ချက်',
    joined: (name) => `ပေါင်းစည်းပြီး - ${name}`,
    leftOut: (name, persons, reason) => `ချန်ထားသည် - ${name} (${number(persons)})၊ ${reason}။`,
    refusal: (reason) => `မပေါင်းစည်းပါ - ${reason}။`,
    basis: (basis, level) => (level === undefined ? BASES[basis] : `${percent(level)} ${BASES[basis]}`),
    noEnds: 'အစွန်းများ မပေးထား',
    disagree: (factor) => `အကြီးဆုံးသည် အငယ်ဆုံး၏ ${number(factor, 1)} ဆ ဖြစ်သည်။ မည်သို့ ပေါင်းစည်းစေကာမူ ဤကွာဟချက် မပျောက်ပါ။`,
    caption: (population, sources) => `${population} - ခန့်မှန်းချက် ${number(sources)} ခု၊ လူဦးရေ။`,
  },
  choices: {
    title: 'အခြားနည်း ရွေးခဲ့လျှင်',
    lead: 'ဒေတာက ခွင့်ပြုသော ကျိုးကြောင်းခိုင်လုံသည့် ရွေးချယ်မှု အတွဲအားလုံးကို စုစုပေါင်းအလိုက် စီထားသည်။ ဤလေ့လာမှု၏ အတွဲကို မှတ်သားထားသည်။ အတွဲများသည် ဖြစ်နိုင်ခြေ မတူညီကြဘဲ ဒေတာ တူညီစွာ သုံးထားသဖြင့် ဤအရာသည် ဖြစ်နိုင်ခြေ ပြန့်နှံ့မှု (distribution) မဟုတ်ပါ။',
    figure: (population) => `အခြား ရွေးချယ်မှုများဖြင့် စုစုပေါင်း - ${population}`,
    says: (chains, low, high, own) =>
      `ရွေးချယ်မှု အတွဲ ${number(chains)} ခုက ${number(low)} မှ ${number(high)} ဦးအထိ ပေးသည်${own === undefined ? '' : `၊ ဤလေ့လာမှု၏ အတွဲက ${number(own)} ဦး ပေးသည်`}။`,
    caption: (population, drawn, all) =>
      `${population}။ ${drawn === all ? '' : `အတွဲ ${number(all)} ခုအနက် ${number(drawn)} ခုကို အညီအမျှ ရွေး၍ ရေးဆွဲထားသည်။ `}မျဉ်းထူ - အနိမ့်ဆုံးနှင့် အမြင့်ဆုံး အဖြေများ၏ ပေါင်းလဒ်၊ မျဉ်း - ခန့်မှန်းချက်။ အောက်ရှိ အမှတ်အသားများက အတွဲတစ်ခုစီ၏ ရွေးချယ်မှုကို ပြသည်။`,
    effects: 'ရွေးချယ်မှု တစ်ခုကိုသာ ပြောင်းပြီး ကျန်အားလုံး လေ့လာမှုအတိုင်း',
    choice: 'ရွေးချယ်မှု',
    estimate: 'စုစုပေါင်း',
    change: 'ပြောင်းလဲမှု',
    own: 'ဤလေ့လာမှု',
    single: (population) => `${population} - ဒေတာက အတွဲတစ်ခုတည်းကိုသာ ခွင့်ပြုသည်။`,
  },
  issues: {
    title: 'ဒေတာတွင် သံသယရှိဖွယ် အချက်များ',
    none: 'အမှား၊ သတိပေးချက်၊ မှတ်ချက် တစ်ခုမျှ မရှိပါ။',
    counts: (errors, warnings, notes) =>
      `${list([`အမှား ${number(errors)} ခု`, `သတိပေးချက် ${number(warnings)} ခု`, `မှတ်ချက် ${number(notes)} ခု`])}။`,
    severity: { error: 'အမှား', warning: 'သတိပေးချက်', note: 'မှတ်ချက်' },
    what: 'ဘာ',
    where: 'ဘယ်မှာ',
    todo: 'လုပ်ရန်',
    times: (count) => `${number(count)} ကြိမ်`,
    andMore: (count) => `နှင့် နောက်ထပ် ${number(count)} ခု`,
  },
  methods: {
    title: 'မည်သို့ လုပ်ဆောင်ခဲ့သလဲ',
    lead: 'အောက်ပါ ကတ်များ (အင်္ဂလိပ်ဘာသာ) သည် `spotwise explain` က ပြသော ကတ်များ ဖြစ်သည် - အဆင့်တစ်ခုစီက ဘာလုပ်သည်၊ မည်သည့်အခါ မှန်ကန်သည်၊ မည်သည့်အခါ အထင်မှားစေသည်၊ မည်သည့်ရင်းမြစ်မှ လာသည်။',
    all: 'လူအုပ်စု အားလုံး',
    set: 'သတ်မှတ်ချက်',
  },
  protection: {
    title: 'ဘာကို ဝှက်ထားသလဲ၊ ဘာကြောင့်လဲ',
    says: (shown, hidden) =>
      `ဇယားကွက် ${number(shown + hidden)} ခုအနက် ${number(hidden)} ခုကို ဝှက်ထားသည်။ ဂဏန်းငယ်သောကြောင့် သို့မဟုတ် ဂဏန်းငယ်တစ်ခုကို ပေါ်စေမည်ဖြစ်သောကြောင့် ဖြစ်ပြီး မည်သည့်အကြောင်းရင်း ဖြစ်သည်ကို မဖော်ပြပါ။`,
    rules: (rules) =>
      `${spots(rules.spots)} သို့မဟုတ် ပို၍ များသော နေရာများတွင် အနည်းဆုံး ${people(rules.people)} ရှိပြီး တစ်နေရာတည်းတွင် ${percent(rules.dominance)} ထက် မပိုမှသာ ဇယားကွက်ကို ပြသည်။ လူဦးရေကို ${number(rules.round_to)} အလိုက် အနီးစပ်ဆုံး ယူထားပြီး အနိမ့်ကို အောက်သို့၊ အမြင့်ကို အထက်သို့ ယူသဖြင့် အစိတ်အပိုင်းများ၏ ပေါင်းလဒ် မကိုက်ညီနိုင်ပါ။`,
  },
  run: {
    title: 'ဤတွက်ချက်မှု',
    lead: 'သွင်းခဲ့သည်များနှင့် ထွက်လာသည်များကို လက်ဗွေ (SHA-256) ဖြင့် ဖော်ပြထားသဖြင့် ဖိုင်တစ်ခုသည် ဤနေရာတွင် သုံးခဲ့သော ဖိုင် ဟုတ်မဟုတ် မည်သူမဆို စစ်ဆေးနိုင်သည်။',
    made: (command, version) => `spotwise ${command}၊ ဗားရှင်း ${version}`,
    seed: 'မျိုးစေ့ကိန်း',
    options: 'ရွေးချယ်စရာများ',
    none: 'မရှိ',
    rows: 'ဖတ်ခဲ့သော အတန်းများ',
    inputs: 'ဖတ်ခဲ့သော ဖိုင်များ',
    outputs: 'ဤစာမျက်နှာနှင့်အတူ ရေးခဲ့သော ဖိုင်များ',
    file: 'ဖိုင်',
    hash: 'SHA-256',
  },
};
