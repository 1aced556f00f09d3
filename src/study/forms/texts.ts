import type { FormText } from './languages.js';

const text = (en: string, sq: string, sr: string, my: string): FormText => ({ en, sq, sr, my });

/** What the forms ask, by question. No question asks for a name, an address or anything else that identifies a person. */
export const QUESTION_TEXTS = {
  about: text(
    'Never write names, phone numbers or addresses. Stand outside the door for the position.',
    'Mos shkruani kurrë emra, numra telefoni ose adresa. Për pozicionin qëndroni jashtë derës.',
    'Nikada ne upisujte imena, brojeve telefona ni adrese. Za položaj stanite ispred vrata.',
    'အမည်၊ ဖုန်းနံပါတ်၊ လိပ်စာ ဘယ်တော့မှ မရေးပါနှင့်။ တည်နေရာယူရန် တံခါးအပြင်ဘက်တွင် ရပ်ပါ။',
  ),
  informant_type: text('Who is telling you', 'Kush po ju tregon', 'Ko vam govori', 'မည်သူပြောပြသနည်း'),
  municipality: text('Municipality', 'Komuna', 'Opština', 'မြို့နယ်'),
  spot: text('Spot', 'Vendi', 'Mesto', 'နေရာ'),
  spot_id: text('Code of the spot', 'Kodi i vendit', 'Šifra mesta', 'နေရာကုဒ်'),
  population: text('Whom you count', 'Cilin grup e numëroni', 'Koju grupu brojite', 'ရေတွက်မည့်အုပ်စု'),
  typology: text('Kind of spot', 'Lloji i vendit', 'Vrsta mesta', 'နေရာအမျိုးအစား'),
  status: text('What you found', 'Çfarë gjetët', 'Šta ste zatekli', 'တွေ့ရှိချက်'),
  position: text(
    'Position, outside the door',
    'Pozicioni, jashtë derës',
    'Položaj, ispred vrata',
    'တည်နေရာ၊ တံခါးအပြင်ဘက်',
  ),
  min: text(
    'Lowest number of people on a usual day',
    'Numri më i vogël i njerëzve në një ditë të zakonshme',
    'Najmanji broj ljudi običnog dana',
    'ပုံမှန်နေ့တွင် အနည်းဆုံးလူဦးရေ',
  ),
  max: text(
    'Highest number of people on a usual day',
    'Numri më i madh i njerëzve në një ditë të zakonshme',
    'Najveći broj ljudi običnog dana',
    'ပုံမှန်နေ့တွင် အများဆုံးလူဦးရေ',
  ),
  peak_days: text('Busiest days', 'Ditët më të ngarkuara', 'Dani sa najviše ljudi', 'လူအများဆုံးနေ့များ'),
  peak_min: text(
    'Lowest number on a busiest day',
    'Numri më i vogël në ditën më të ngarkuar',
    'Najmanji broj danom sa najviše ljudi',
    'လူအများဆုံးနေ့တွင် အနည်းဆုံးလူဦးရေ',
  ),
  peak_max: text(
    'Highest number on a busiest day',
    'Numri më i madh në ditën më të ngarkuar',
    'Najveći broj danom sa najviše ljudi',
    'လူအများဆုံးနေ့တွင် အများဆုံးလူဦးရေ',
  ),
  days_per_week: text(
    'Days a week you come to such spots',
    'Sa ditë në javë vini në vende të tilla',
    'Koliko dana nedeljno dolazite na takva mesta',
    'ဤကဲ့သို့နေရာများသို့ တစ်ပတ်လျှင် လာသည့်ရက်',
  ),
  spots_per_day: text(
    'Spots you are at on such a day, this one included',
    'Në sa vende jeni në një ditë të tillë, bashkë me këtë',
    'Na koliko ste mesta takvog dana, uključujući ovo',
    'ထိုနေ့တွင် သွားသည့်နေရာအရေအတွက် (ဤနေရာအပါအဝင်)',
  ),
  online: text(
    'Do people also meet you online or by phone',
    'A ju takojnë njerëzit edhe në internet ose me telefon',
    'Da li vas ljudi nalaze i preko interneta ili telefona',
    'အွန်လိုင်း သို့မဟုတ် ဖုန်းဖြင့်လည်း တွေ့ဆုံပါသလား',
  ),
} as const satisfies Record<string, FormText>;

/** What is said when an answer cannot be right. */
export const CONSTRAINT_TEXTS = {
  code: text(
    'One to four letters, then one to five digits, such as PR012',
    'Një deri katër shkronja, pastaj një deri pesë shifra, si PR012',
    'Jedno do četiri slova, zatim jedna do pet cifara, kao PR012',
    'အက္ခရာ ၁ မှ ၄ လုံး၊ ထို့နောက် ဂဏန်း ၁ မှ ၅ လုံး၊ ဥပမာ PR012',
  ),
  range: text(
    'The lowest cannot be above the highest',
    'Më i vogli nuk mund të jetë mbi më të madhin',
    'Najmanji ne može biti veći od najvećeg',
    'အနည်းဆုံးသည် အများဆုံးထက် မကြီးရပါ',
  ),
  days: text('1 to 7', '1 deri 7', '1 do 7', '၁ မှ ၇'),
  spots: text('1 to 20', '1 deri 20', '1 do 20', '၁ မှ ၂၀'),
} as const satisfies Record<string, FormText>;

/** Said in every language nobody has signed yet. */
export const NOT_REVIEWED = text(
  '',
  'Përkthimi nuk është rishikuar.',
  'Prevod nije proveren.',
  'ဘာသာပြန်ကို မစစ်ဆေးရသေးပါ။',
);

/** Choices that are the same in every study, by list. */
export const CHOICE_TEXTS = {
  days: {
    mon: text('Monday', 'E hënë', 'Ponedeljak', 'တနင်္လာ'),
    tue: text('Tuesday', 'E martë', 'Utorak', 'အင်္ဂါ'),
    wed: text('Wednesday', 'E mërkurë', 'Sreda', 'ဗုဒ္ဓဟူး'),
    thu: text('Thursday', 'E enjte', 'Četvrtak', 'ကြာသပတေး'),
    fri: text('Friday', 'E premte', 'Petak', 'သောကြာ'),
    sat: text('Saturday', 'E shtunë', 'Subota', 'စနေ'),
    sun: text('Sunday', 'E diel', 'Nedelja', 'တနင်္ဂနွေ'),
  },
  statuses: {
    active: text('People gather here', 'Njerëzit mblidhen këtu', 'Ljudi se okupljaju ovde', 'လူများ စုဝေးသည်'),
    defunct: text(
      'Nobody gathers here any more',
      'Nuk mblidhet më askush',
      'Više se niko ne okuplja',
      'မစုဝေးတော့ပါ',
    ),
    duplicate: text(
      'It is another spot of the list',
      'Është një vend tjetër i listës',
      'To je drugo mesto sa spiska',
      'စာရင်းထဲမှ အခြားနေရာဖြစ်သည်',
    ),
    not_a_spot: text(
      'It never was a spot',
      'Nuk ka qenë kurrë vend i tillë',
      'Nikada nije bilo takvo mesto',
      'ထိုသို့သောနေရာ မဟုတ်ခဲ့ပါ',
    ),
    not_found: text('Not found', 'Nuk u gjet', 'Nije pronađeno', 'မတွေ့ပါ'),
  },
  informants: {
    member: text('Member of the group', 'Anëtar i grupit', 'Pripadnik grupe', 'အုပ်စုဝင်'),
    outreach: text('Outreach worker', 'Punëtor në terren', 'Terenski radnik', 'ကွင်းဆင်းဝန်ထမ်း'),
    owner: text(
      'Owner or staff of the place',
      'Pronar ose punonjës i vendit',
      'Vlasnik ili osoblje',
      'ပိုင်ရှင် သို့မဟုတ် ဝန်ထမ်း',
    ),
    driver: text('Driver', 'Shofer', 'Vozač', 'ယာဉ်မောင်း'),
    vendor: text('Vendor nearby', 'Shitës afër', 'Prodavac u blizini', 'အနီးနားရောင်းသူ'),
    police: text('Police or guard', 'Polic ose roje', 'Policija ili čuvar', 'ရဲ သို့မဟုတ် အစောင့်'),
    health: text('Health worker', 'Punëtor shëndetësor', 'Zdravstveni radnik', 'ကျန်းမာရေးဝန်ထမ်း'),
    other: text('Somebody else', 'Dikush tjetër', 'Neko drugi', 'အခြား'),
  },
  yes_no: {
    yes: text('Yes', 'Po', 'Da', 'ဟုတ်'),
    no: text('No', 'Jo', 'Ne', 'မဟုတ်'),
  },
} as const satisfies Record<string, Readonly<Record<string, FormText>>>;
