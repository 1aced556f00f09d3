import type { ExchangeWords } from '../draw/words/terminal/exchange/english.js';
import type { World } from '../io/world.js';
import { UsageError } from '../model/failure.js';
import { populationsOf, type Study } from '../model/study.js';
import { FORM_LANGUAGES, type FormLanguage } from '../study/forms/languages.js';
import { newStudy } from '../study/new-study.js';
import { textOption, type Command, type Invocation } from './command.js';
import { openStudy } from './open-study.js';
import { LANGUAGE_OPTION } from './shared-options.js';

const FORMS = 'Field forms';

export const INIT: Command = {
  arguments: [
    { name: 'DIR', says: 'folder to make; with --form also a study that is there', required: true },
  ],
  options: [
    {
      flags: '--form <system>',
      says: 'also write the field forms (XLSForm) into forms/, made from the study',
      choices: ['kobo', 'odk'],
      group: FORMS,
    },
    {
      flags: '--languages <list>',
      says: `languages of the forms, the first one first: ${Object.keys(FORM_LANGUAGES).join(', ')} (en)`,
      group: FORMS,
    },
    {
      flags: '--reviewed <list>',
      says: 'languages whose texts somebody who speaks them has read and signed (en)',
      group: FORMS,
    },
    LANGUAGE_OPTION,
  ],
  details: `Makes a folder with a commented study.yaml and every input table with its headers. Tables left empty are not used.

With --form it also writes forms for level 1, level 2 and attendance interviews, with the municipalities, typologies and populations of the study; for a study that is there already it writes the forms only. No question asks for a name, and a highest number below the lowest cannot be sent. spotwise import reads the export back exactly.`,
  examples: [
    { line: 'spotwise init my-study', says: 'then fill spots.csv and call spotwise check my-study' },
    {
      line: 'spotwise init my-forms --form kobo --languages en,sq',
      says: 'a new study with forms for KoboToolbox in English and Albanian',
    },
  ],
  run: init,
};

async function init(invocation: Invocation, world: World): Promise<number> {
  const [folder = '.'] = invocation.arguments;
  const system = textOption(invocation, 'form');
  const languages = languagesOf(textOption(invocation, 'languages') ?? 'en', '--languages');
  const reviewed = languagesOf(textOption(invocation, 'reviewed') ?? 'en', '--reviewed');
  const isThere = (await world.kindOf(world.join(folder, 'study.yaml'))) === 'file';
  const shown = world.shorten(folder);
  const say = invocation.words.exchange;
  if (system === undefined || !isThere) {
    const files = newStudy();
    await world.writeNewFolder(folder, files);
    await world.stdout.write(
      `${say.namesIn([...files.keys()].join(', '), shown)}\n${say.init.next(shown)}\n`,
    );
  }
  if (system === undefined) return 0;
  const { study } = await openStudy({ ...invocation, arguments: [folder], options: {} }, world);
  const { fieldForms } = await import('../study/forms/field-forms.js');
  const { writeXlsx } = await import('../formats/write-xlsx.js');
  const forms = fieldForms(
    { ...formStudy(study), languages, reviewed },
    system === 'odk' ? 'odk' : 'kobo',
    (text) => world.sha256(text),
  );
  await world.writeNewFolder(
    world.join(folder, 'forms'),
    new Map(forms.map(({ id, workbook }) => [`${id}.xlsx`, writeXlsx(workbook)])),
  );
  await world.stdout.write(
    sayForms(
      forms.map(({ id }) => id),
      { shown, system: system === 'odk' ? 'odk' : 'kobo', languages, reviewed },
      say,
    ),
  );
  return 0;
}

const TYPOLOGIES = ['street', 'park', 'bar', 'club', 'hotel', 'brothel', 'home', 'other'];

const sorted = (texts: readonly (string | undefined)[]) =>
  [...new Set(texts.filter((text) => text !== undefined))].sort();

/** What of a study goes into its forms; usual lists where the study has none yet. */
function formStudy(study: Study) {
  const typologies = sorted(study.spots.map(({ typology }) => typology));
  const places = study.places
    .filter(({ mapped }) => mapped !== false)
    .map(({ municipality }) => municipality);
  const listed = study.settings.populations.map(({ code, label }) => ({ code, label }));
  const met = populationsOf(study).map(({ code, label }) => ({ code, label }));
  return {
    title: study.settings.title,
    municipalities: sorted(places.length > 0 ? places : study.spots.map(({ municipality }) => municipality)),
    typologies: typologies.length > 0 ? typologies : TYPOLOGIES,
    populations: listed.length > 0 ? listed : met,
  };
}

function languagesOf(text: string, flag: string): FormLanguage[] {
  const words = text.split(/[\s,]+/).filter((word) => word !== '');
  const unknown = words.find((word) => !Object.hasOwn(FORM_LANGUAGES, word));
  if (unknown !== undefined || words.length === 0 || new Set(words).size !== words.length) {
    throw new UsageError(
      `${flag} takes languages of ${Object.keys(FORM_LANGUAGES).join(', ')}, each once, such as en,sq`,
    );
  }
  return words as FormLanguage[];
}

function sayForms(
  ids: readonly string[],
  about: {
    readonly shown: string;
    readonly system: 'kobo' | 'odk';
    readonly languages: readonly FormLanguage[];
    readonly reviewed: readonly FormLanguage[];
  },
  say: ExchangeWords,
): string {
  const open = about.languages.filter((language) => !about.reviewed.includes(language));
  const review = open.length === 0 ? '' : `${say.init.notReviewed(open.join(', '))}\n`;
  const names = ids.map((id) => `${id}.xlsx`).join(', ');
  return `${say.namesIn(names, `${about.shown}/forms`)}\n${review}${say.init.afterwards[about.system]}\n`;
}
