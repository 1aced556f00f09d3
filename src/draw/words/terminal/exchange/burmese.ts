import { BURMESE } from '../../burmese.js';
import type { ExchangeWords } from './english.js';

// Machine draft, needs native review.

const { number, spots } = BURMESE;

/** What is said on the terminal of files read and outputs given away, in Burmese. */
export const BURMESE_EXCHANGE: ExchangeWords = {
  files: (files, folder) => `${folder} တွင် ဖိုင် ${number(files)} ခု`,
  namesIn: (names, folder) => `${folder} တွင် ${names}`,
  nothingWritten: 'ဘာမျှ မရေးပါ။ ထွက်လာမည့် ဖိုင်များက တစ်ခုခုကို ပေါ်စေမည်။',
  share: {
    audiences: {
      team: 'ရေတွက်ခဲ့သော အဖွဲ့အတွက် နေရာ အတိအကျ၊ အမြဲ ကုဒ်ဝှက်ထားသည်။',
      programme: 'အနီးစပ်ဆုံး နေရာများ (မီတာ ၁၀၀ ခန့်)၊ အမည်နှင့် အပိုကော်လံ မပါ။',
      partner: 'ဒေသနှင့် နေရာအမျိုးအစားအလိုက် ဇယားများ၊ ဂဏန်းငယ်များ ဝှက်ထားသည်။',
      public: 'ဒေသအလိုက် ဇယားများ၊ ဂဏန်းငယ်များ ဝှက်ထားသည်။',
    },
    cloud: 'ဤဖိုင်တွဲသည် ကလောက်သို့ အလိုအလျောက် ကူးနေပုံရသည်။ --out ဖြင့် အခြားတစ်ခု ရွေးပါ။',
    noEnd: 'ကုန်ဆုံးရက် မရှိ။',
    until: (day) => `${day} အထိ အကျုံးဝင်သည်။`,
    cells: (shown, hidden) => `ပြထားသော ဇယားကွက် ${number(shown)} ခု၊ ဝှက်ထားသော ${number(hidden)} ခု။`,
    points: (shown, method, leftOut) =>
      `${method} ဖြင့် ရွှေ့ထားသော အမှတ် ${number(shown)} ခု၊ ချန်ထားသော ${number(leftOut)} ခု။`,
    moved: (least, median, mostly) =>
      `အနည်းဆုံး ${number(least, 2)} ကီလိုမီတာ ရွှေ့ထားသည်၊ တစ်ဝက်ကို ${number(median, 2)} ကီလိုမီတာထက် ပို၍၊ ၁၀၀ တွင် ၉၅ ခုကို ${number(mostly, 2)} ကီလိုမီတာထက် လျော့၍။`,
    checked: (counts, folder) => `${folder} တွင် ${counts}။`,
    leaks: 'ဤအရာကို မည်သူ့ကိုမျှ မပေးရပါ။',
    safe: 'နေရာတစ်ခုကို ပေါ်စေမည့်အရာ မတွေ့ပါ။',
    opened: (files, folder) => `${folder} တွင် ကုဒ်ဝှက် မရှိတော့သော ဖိုင် ${number(files)} ခု`,
  },
  export: {
    audiences: {
      team: 'မှတ်တမ်းတင်ထားသော နေရာအတိုင်းနှင့် ကော်လံအားလုံး',
      programme: 'အနီးစပ်ဆုံး နေရာများ (မီတာ ၁၀၀ ခန့်)၊ အမည်နှင့် အပိုကော်လံ မပါ',
      partner: 'ဒေသနှင့် နေရာအမျိုးအစားများ၊ ဂဏန်းငယ်များ ဝှက်ထားသည်၊ အမှတ် မပါ',
      public: 'ဒေသများ၊ ဂဏန်းငယ်များ ဝှက်ထားသည်၊ အမှတ် မပါ',
    },
    exact: 'ဤဖိုင်များတွင် နေရာ အတိအကျ ပါပြီး ရှိသူတိုင်း ဖတ်နိုင်သည်။ spotwise share က ကုဒ်ဝှက်သည်။',
    leftOut: (lack) => `ချန်ထားသည် - ${lack}`,
    format: 'ဖိုင်ပုံစံ',
    files: 'ဖိုင်',
    forWhom: 'မည်သူ့အတွက်',
    written: (counts, folder) => `${counts}။ ${folder} တွင်`,
  },
  import: {
    recognised: (file, title, sure, why) => `${file} - ${title} (${sure})၊ အကြောင်းရင်း - ${why}`,
    sure: { certain: 'သေချာ', likely: 'ဖြစ်နိုင်', 'a guess': 'ခန့်မှန်း' },
    table: 'ဇယား',
    column: 'ကော်လံ',
    readFrom: 'ဖတ်ယူရာ',
    foundBy: 'ရှာတွေ့ပုံ',
    inFile: 'ဖိုင်',
    how: { name: 'အမည်', alias: 'အမည်ကွဲ', 'field name': 'အကွက်အမည်', 'as told': 'ညွှန်ကြားချက်' },
    leftOut: (file, headers) => `${file} မှ ချန်ထားသည် - ${headers}`,
    rows: (rows, table) => `${table} အတန်း ${number(rows)} တန်း`,
    counted: (rows, issues) => `${rows}၊ ${issues}။`,
    outlines: (outlines, file) => `${file} တွင် နယ်နိမိတ် ${number(outlines)} ခု - spotwise boundaries add က ယူသည်`,
    notYet: 'ဘာမျှ မရေးရသေးပါ။ --out FOLDER က ဇယားများကို ရေးသည်။',
    faulty: 'အမှား ရှိနေသမျှ ဘာမျှ မရေးပါ။',
    next: (folder) => `ဆက်လုပ်ရန် - spotwise check ${folder}`,
  },
  boundaries: {
    file: (file, outlines, property, sha256) =>
      `${file} - နယ်နိမိတ် ${number(outlines)} ခု၊ အမည်ယူရာ "${property}"၊ SHA-256 ${sha256}`,
    byName: 'အမည်အရ',
    byPosition: 'တည်နေရာအရ',
    unassigned: 'မသတ်မှတ်ရသေး',
    all: 'အားလုံး',
    matched: (label, name, rule) => `${label} သည် ${name} ဖြစ်သည် (${rule})`,
    rules: {
      name: 'အမည်',
      code: 'ကုဒ်',
      'folded name': 'ရိုးရှင်းသော အမည်',
      'known spelling': 'သိထားသော စာလုံးပေါင်း',
      ending: 'အဆုံးသတ်',
    },
    rule: 'နေရာတစ်ခုသည် ၎င်း၏ အတန်းက ဖော်ပြသော မြူနီစီပယ်တွင် ပါသည်။ မဖော်ပြလျှင် ၎င်း၏ တည်နေရာ ကျရောက်သော နယ်နိမိတ်တွင် ပါပြီး နယ်နိမိတ်များ ထပ်နေ သို့မဟုတ် ထိနေလျှင် ဖိုင်ရှိ ပထမတစ်ခုကို ယူသည်။ သို့မဟုတ်ပါက မသတ်မှတ်ရသေးပါ။',
    unassignedSpots: (count) => `မသတ်မှတ်ရသေးသော ${spots(count)}။`,
    written: (counts, names) => `${counts}၊ ရေးပြီး - ${names}`,
  },
  init: {
    next: (folder) => `ဆက်လုပ်ရန် - spots.csv ကို ဖြည့်ပြီး spotwise check ${folder}`,
    notReviewed: (languages) =>
      `${languages} စာသားများကို မစစ်ဆေးရသေးကြောင်း ပုံစံများတွင် ဖော်ပြထားသည်။ --reviewed က အတည်ပြုသည်။`,
    afterwards: {
      kobo: 'ထို့နောက် "XML values and headers" ဖြင့် XLS အဖြစ် ထုတ်ယူပါ (CSV သည် အဆင့် ၁ ၏ ထပ်ခါ အချက်များကို ချန်ခဲ့သည်)၊ ပြီးလျှင် spotwise import။',
      odk: 'ထို့နောက် "all data and attachments" ကို .zip အဖြစ် ထုတ်ယူပါ၊ ပြီးလျှင် spotwise import။',
    },
  },
};
