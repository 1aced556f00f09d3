import { many, RUSSIAN } from '../../russian.js';
import type { ExchangeWords } from './english.js';

// Machine draft, needs native review.

const { number } = RUSSIAN;
const files = (count: number) => many(count, ['файл', 'файла', 'файлов']);
const outlines = (count: number) => many(count, ['контур', 'контура', 'контуров']);

/** What is said on the terminal of files read and outputs given away, in Russian. */
export const RUSSIAN_EXCHANGE: ExchangeWords = {
  files: (count, folder) => `${files(count)} в папке ${folder}`,
  namesIn: (names, folder) => `${names} в папке ${folder}`,
  nothingWritten: 'Ничего не записано: результат что-нибудь выдал бы.',
  share: {
    audiences: {
      team: 'точные места, для команды, которая считала; всегда зашифрованы.',
      programme: 'приблизительные места (около 100 м), без имён и лишних столбцов.',
      partner: 'таблицы по территориям и видам мест, малые ячейки скрыты.',
      public: 'таблицы по территориям, малые ячейки скрыты.',
    },
    cloud: 'Похоже, эта папка сама копируется в облако; выберите другую с помощью --out.',
    noEnd: 'Без срока действия.',
    until: (day) => `Действительно до ${day}.`,
    cells: (shown, hidden) => `Показано ячеек: ${number(shown)}, скрыто: ${number(hidden)}.`,
    points: (shown, method, leftOut) =>
      `Точки, сдвинутые методом ${method}: ${number(shown)}, не вошло: ${number(leftOut)}.`,
    moved: (least, median, mostly) =>
      `Сдвинуты не менее чем на ${number(least, 2)} км, половина более чем на ${number(median, 2)} км, 95 из 100 менее чем на ${number(mostly, 2)} км.`,
    checked: (counts, folder) => `${counts} в папке ${folder}.`,
    leaks: 'Это нельзя никому передавать.',
    safe: 'Ничего, что выдавало бы место, не найдено.',
    opened: (count, folder) => `${files(count)}, больше не зашифровано, в папке ${folder}`,
  },
  export: {
    audiences: {
      team: 'места как записаны и все столбцы',
      programme: 'приблизительные места (около 100 м), без имён и лишних столбцов',
      partner: 'территории и виды мест, малые ячейки скрыты, ни одной точки',
      public: 'территории, малые ячейки скрыты, ни одной точки',
    },
    exact: 'В этих файлах точные места, их прочтёт любой, у кого они есть; spotwise share шифрует.',
    leftOut: (lack) => `не вошло: ${lack}`,
    format: 'формат',
    files: 'файлы',
    forWhom: 'для кого',
    written: (counts, folder) => `${counts}. В папке ${folder}`,
  },
  import: {
    recognised: (file, title, sure, why) => `${file}: ${title} (${sure}), потому что: ${why}`,
    sure: { certain: 'точно', likely: 'вероятно', 'a guess': 'догадка' },
    table: 'таблица',
    column: 'столбец',
    readFrom: 'прочитано из',
    foundBy: 'найдено по',
    inFile: 'файл',
    how: {
      name: 'имени',
      alias: 'другому имени',
      'field name': 'имени поля',
      'as told': 'указанию',
    },
    leftOut: (file, headers) => `не взято из ${file}: ${headers}`,
    rows: (rows, table) => `${many(rows, ['строка', 'строки', 'строк'])} для ${table}`,
    counted: (rows, issues) => `${rows}; ${issues}.`,
    outlines: (count, file) => `${outlines(count)} в файле ${file}: их возьмёт spotwise boundaries add`,
    notYet: 'Ничего не записано; --out FOLDER записывает таблицы.',
    faulty: 'Пока есть ошибка, ничего не записывается.',
    next: (folder) => `Дальше: spotwise check ${folder}`,
  },
  boundaries: {
    file: (file, count, property, sha256) =>
      `${file}: ${outlines(count)}, названия из «${property}», SHA-256 ${sha256}`,
    byName: 'по названию',
    byPosition: 'по координатам',
    unassigned: 'не отнесены',
    all: 'все',
    matched: (label, name, rule) => `${label} — это ${name} (${rule})`,
    rules: {
      name: 'название',
      code: 'код',
      'folded name': 'упрощённое название',
      'known spelling': 'известное написание',
      ending: 'окончание',
    },
    rule: 'Место относится к муниципалитету, который назван в его строке; без этого — к контуру, в котором лежат его координаты, к первому в файле там, где контуры перекрываются или касаются; иначе оно не отнесено никуда.',
    unassignedSpots: (count) => `Никуда не отнесено мест: ${number(count)}.`,
    written: (counts, names) => `${counts}; записано: ${names}`,
  },
  init: {
    next: (folder) => `Дальше: заполните spots.csv, затем spotwise check ${folder}`,
    notReviewed: (languages) =>
      `Тексты на языках ${languages} не проверены, и в формах об этом сказано; --reviewed подписывает их.`,
    afterwards: {
      kobo: 'Затем выгрузите как XLS с «XML values and headers» (CSV теряет повторы уровня 1), потом spotwise import.',
      odk: 'Затем выгрузите «all data and attachments» как .zip, потом spotwise import.',
    },
  },
};
