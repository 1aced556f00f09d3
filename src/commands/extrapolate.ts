import { drawTable } from '../draw/text-table.js';
import type { Voice } from './voice.js';
import type { World } from '../io/world.js';
import { AREA_MODELS, type AreaModelId } from '../methods/extrapolate/area-models.js';
import type { MappedArea } from '../methods/extrapolate/areas.js';
import { extrapolate } from '../methods/extrapolate/extrapolate.js';
import { leaveOneOut, type ReportCard } from '../methods/extrapolate/report-card.js';
import { UsageError } from '../model/failure.js';
import { EstimationError } from '../model/estimation-error.js';
import { wholePersons } from '../model/rounding.js';
import { AREAS } from '../model/tables/areas.js';
import { makeRandom } from '../stats/random.js';
import { readSizingInput } from '../study/read-sizing-input.js';
import { isOn, textOption, type Command, type Invocation } from './command.js';
import { openTable } from './open-table.js';
import { deliverSizings, sayRange, seedOf, SIZING_OPTIONS, subjectOf } from './sizing.js';

const METHOD = 'Method';

export const EXTRAPOLATE: Command = {
  arguments: [
    {
      name: 'FILE',
      says: 'areas: municipality, denominator, estimate (empty = not mapped), stratum',
      required: true,
    },
  ],
  options: [
    {
      flags: '--denominator <column>',
      says: 'column of the denominator (default: denominator)',
      group: METHOD,
    },
    { flags: '--model <model>', says: 'how unmapped areas are filled', choices: AREA_MODELS, group: METHOD },
    { flags: '--outside', says: 'fill areas smaller or larger than any that was mapped too', group: METHOD },
    ...SIZING_OPTIONS,
  ],
  details:
    'Every model is judged by leaving out one mapped area at a time, and the card is printed with the answer. Writes the total of the unmapped areas, and with --all each of them.',
  examples: [
    {
      line: 'spotwise extrapolate fixtures/sizing/areas.csv --denominator women_15_49 --model loglog',
      says: 'unmapped towns',
    },
  ],
  run: runExtrapolate,
};

/** Redraws of the mapped areas behind the prediction interval. */
const REPLICATES = 1000;
const REPLICATES_NEGBIN = 200;

async function runExtrapolate(invocation: Invocation, world: World): Promise<number> {
  const [path = '-'] = invocation.arguments;
  const column = textOption(invocation, 'denominator');
  const opened = await openTable(path, world);
  const source = { ...opened, ...(column === undefined ? {} : { headers: { denominator: column } }) };
  const { rows, issues } = readSizingInput(AREAS, source);
  const areas = rows.map((row) => ({ ...row, stratum: row.stratum ?? '' }));
  const mapped = areas.flatMap((area): MappedArea[] =>
    area.estimate === undefined ? [] : [{ ...area, estimate: area.estimate }],
  );
  const model = modelOf(invocation);
  const done = extrapolate(
    mapped,
    areas.filter((area) => area.estimate === undefined),
    {
      model,
      outside: isOn(invocation, 'outside'),
      random: makeRandom(seedOf(invocation)).fork('extrapolate'),
      replicates: model === 'negbin' ? REPLICATES_NEGBIN : REPLICATES,
    },
  );
  const cards = AREA_MODELS.flatMap((other) => (other === model ? [done.card] : cardOf(other, mapped)));
  const {
    page,
    sizing: { extrapolate: say },
  } = invocation.words;
  return await deliverSizings(
    {
      subject: subjectOf(invocation, [source.file]),
      sizings: [done.total, ...done.areas],
      issues,
      paths: invocation.arguments,
      details: { mapped: done.mapped, reportCards: cards },
      text: (voice) => [
        say.total(
          mapped.length,
          wholePersons(done.mapped),
          done.areas.length,
          sayRange(done.total, page),
          model,
        ),
        drawCards(cards, voice),
        voice.faint(say.note),
      ],
    },
    invocation,
    world,
  );
}

function modelOf(invocation: Invocation): AreaModelId {
  const named = textOption(invocation, 'model') ?? 'loglog';
  const model = AREA_MODELS.find((id) => id === named);
  if (model === undefined) throw new UsageError(`--model is one of ${AREA_MODELS.join(', ')}`);
  return model;
}

/** The card of a model that is only compared; none where it has no fit. */
function cardOf(model: AreaModelId, mapped: readonly MappedArea[]): ReportCard[] {
  try {
    return [leaveOneOut(model, mapped)];
  } catch (error) {
    if (error instanceof EstimationError) return [];
    throw error;
  }
}

function drawCards(cards: readonly ReportCard[], voice: Voice): string {
  const {
    page,
    sizing: { extrapolate: say },
  } = voice.words;
  return drawTable(
    [
      { title: say.leftOut },
      { title: say.medianError, align: 'right' },
      { title: say.logError, align: 'right' },
      { title: say.coverage, align: 'right' },
      { title: say.predicted, align: 'right' },
    ],
    cards.map((card) => [
      card.model,
      page.percent(card.medianError),
      page.number(card.logError, 3),
      page.percent(card.coverage),
      page.percent(card.totalRatio),
    ]),
    voice,
  );
}
