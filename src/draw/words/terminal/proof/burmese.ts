import { BURMESE } from '../../burmese.js';
import type { ProofWords } from './english.js';

// Machine draft, needs native review.

const { number, percent } = BURMESE;
const towns = (count: number) => `စိတ်ကူးမြို့ ${number(count)} မြို့`;

/** What is said on the terminal of numbers recomputed, audited and tried, in Burmese. */
export const BURMESE_PROOF: ProofWords = {
  reproduce: {
    number: 'ဂဏန်း',
    published: 'ထုတ်ဝေပြီး',
    recomputed: 'ပြန်တွက်ပြီး',
    status: {
      matched: 'ကိုက်ညီ',
      'known-deviation': 'သိပြီးသား ကွာဟချက်',
      mismatch: 'မကိုက်ညီ',
      missing: 'မရှိ',
    },
    count: (count, status) => `${status} ${number(count)}`,
    counts: (all, statuses) => `ထုတ်ဝေပြီး ဂဏန်း ${number(all)} ခု - ${statuses}`,
  },
  audit: {
    leftOut: (cells) => `ပုံနှိပ် ဂဏန်း မပါသဖြင့် ချန်ထားသည် - ${cells}`,
    line: (line) => `အတန်း ${line}`,
    checked: 'စစ်ဆေးပြီး',
    times: 'အကြိမ်',
    held: 'မှန်ကန်',
    found: (errors, warnings) => `အမှား ${number(errors)} ခု၊ သတိပေးချက် ${number(warnings)} ခု`,
    counts: (counts, rows) => `အတန်း ${number(rows)} တန်းတွင် ${counts}`,
    rule: (rule, held, rows, verdict) =>
      `${rule} - အတန်း ${number(rows)} တန်းအနက် ${number(held)} တန်းတွင် မှန်ကန်သည်၊ ${verdict}`,
    inForce: 'စည်းမျဉ်းအဖြစ် ယူသည်',
    notInForce: 'စည်းမျဉ်းအဖြစ် မယူပါ',
    repair: 'အဆိုပြု ပြင်ဆင်ချက်',
    cell: 'အကွက်',
    printed: 'ပုံနှိပ်ထား',
    proposed: 'အဆိုပြု',
    howSure: 'သေချာမှု',
    restores: 'ပြန်မှန်စေသည်',
    confidence: { high: 'မြင့်', medium: 'အလယ်အလတ်', low: 'နိမ့်' },
  },
  simulate: {
    invented: (scenario, seed) => `စိတ်ကူး လေ့လာမှု၊ ဇာတ်လမ်း ${scenario}၊ မျိုးစေ့ကိန်း ${seed}`,
    next: (folder) =>
      `ဆက်လုပ်ရန် - spotwise check ${folder}၊ ထို့နောက် spotwise estimate ${folder}၊ ပြီးလျှင် truth.csv နှင့် နှိုင်းယှဉ်ပါ`,
    trial: (count, seed, replicates) =>
      `${towns(count)}၊ မျိုးစေ့ကိန်း ${seed} မှ စ၍၊ ထပ်ခါတွက်ချက်မှု ${number(replicates)} ကြိမ်`,
    chain: 'အတွဲ',
    isOf: 'ခန့်မှန်းသည့်အရာ',
    bias: 'ဘက်လိုက်မှု',
    rmse: 'RMSE',
    interval: 'အပိုင်းအခြား',
    claims: 'ကတိပြု',
    noLevel: 'အဆင့် မပါ',
    holds: 'ပါဝင်',
    width: 'အကျယ်',
    givesNone: 'မပေးပါ',
    tooNarrow: 'ကျဉ်းလွန်း',
    aLittleNarrow: 'အနည်းငယ် ကျဉ်း',
    note: '± သည် မွန်တီကာလို စံအမှား တစ်ခု ဖြစ်သည်။ ဘက်လိုက်မှု၊ RMSE နှင့် အကျယ်သည် အမှန်တန်ဖိုး၏ အချိုးများ ဖြစ်သည်',
  },
  design: {
    trial: (count, seed) => `ပုံစံတစ်ခုလျှင် ${towns(count)}၊ မျိုးစေ့ကိန်း ${seed} မှ စ၍`,
    visited: 'သွားရောက်သော နေရာ',
    met: 'တစ်နေရာလျှင် တွေ့ဆုံ',
    visits: 'သွားရောက်မှု',
    interviews: 'အင်တာဗျူး',
    needed: 'လိုအပ်သော အကျယ်တစ်ဝက်',
    bootstrap: 'ဘွတ်စထရပ်အရ',
    holds: 'ပါဝင်မှု',
    within: (width) => `${width} အတွင်း`,
    reaches: { yes: 'ဟုတ်', perhaps: 'ဖြစ်နိုင်', no: 'မဟုတ်' },
    note: 'လိုအပ်သော အကျယ်တစ်ဝက် - မြို့ ၁၀၀ တွင် ၉၅ မြို့ခန့် ၎င်းအတွင်း ရှိသည် (၁.၉၆ × RMSE)။ ± သည် မွန်တီကာလို စံအမှား တစ်ခု ဖြစ်သည်။ ဘွတ်စထရပ်သည် ကောလာဟလကို မသိပါ။',
    none: (width) => `ဇယားရှိ မည်သည့်ပုံစံမျှ ±${width} ကို မရောက်ပါ။ မြို့ ငယ်လွန်း သို့မဟုတ် နေရာများ မညီမျှလွန်းသည်။`,
    smallest: (width) => `±${width} အတွင်း အသေးဆုံး ပုံစံများ`,
    one: (share, met, visits, interviews) =>
      `နေရာ ${percent(share)} ကို သွားရောက်ပြီး တစ်နေရာလျှင် ${number(met)} ဦး တွေ့ဆုံပါ (သွားရောက်မှု ${number(visits)} ကြိမ်၊ အင်တာဗျူး ${number(interviews)} ခု)`,
    width: (width, error, answer) => `±${width}၊ အမှား ${error} - ${answer}`,
  },
  explain: {
    total: (name, estimate, low, high) =>
      `${name} - လူ ${estimate} ဦး (${low} မှ ${high}၊ အစွန်းဆုံး အဖြေများ၏ ပေါင်းလဒ်)`,
    formula: 'ပုံသေနည်း',
    row: 'အတန်း',
    where: 'ဘယ်မှာ',
    ends: 'အနိမ့်–အမြင့်',
    settled: 'သတ်မှတ်ပြီး',
    contributes: 'ပါဝင်မှု',
    smaller: (rows) => `ပိုငယ်သော အတန်း ${number(rows)} တန်း (--all က ပြသည်)`,
    all: 'စုစုပေါင်း',
    steps: 'ခန့်မှန်းမှု အတွဲ၏ အဆင့်များနှင့် မူကွဲများ',
    methods: 'အခြား ခန့်မှန်းနည်းများ',
    issues: 'ဒေတာ ပြဿနာများ',
    formats: 'ထုတ်ယူမှု ဖိုင်ပုံစံများ',
    columns: 'ကော်လံများ',
  },
};
