import { EXPORT_FORMATS } from '../export/registry.js';
import type { ExportChoices, ExportFormat } from '../export/format.js';
import { aggregatedView, insideView, type ViewContext } from '../export/make-view.js';
import type { ExportView } from '../export/view.js';
import { printable } from '../draw/printable.js';
import { drawTable } from '../draw/text-table.js';
import { loadDuckdb } from '../io/load-duckdb.js';
import { loadSql } from '../io/load-sql.js';
import { watched } from '../io/progress.js';
import type { World } from '../io/world.js';
import type { Audience } from '../model/disclosure.js';
import { UsageError } from '../model/failure.js';
import { hasErrors } from '../model/issue.js';
import { microplanStepwise } from '../plan/plan.js';
import { readRules } from '../plan/read-rules.js';
import { rulesFor } from '../share/audiences.js';
import { checkRelease } from '../share/check/check-release.js';
import { isDay } from '../share/manifest.js';
import { sharedViewStepwise } from '../share/shared-view.js';
import { nearestName } from '../study/nearest-name.js';
import { VERSION } from '../version.js';
import { isOn, textOption, textsOption, type Command, type Invocation } from './command.js';
import { openAndEstimate, type EstimatedStudy } from './estimate.js';
import { EXPORT_OPTIONS } from './export-options.js';
import { countIssues, drawIssues } from './say.js';
import { progressFor, voiceFor } from './voice.js';
import { checkContext } from './share-context.js';
import { endDateOf, manifestOf, withManifest } from './share-package.js';
import { METHOD_OPTIONS, STUDY_ARGUMENT, TABLE_OPTIONS, TALK_OPTIONS } from './shared-options.js';

export const EXPORT: Command = {
  arguments: [STUDY_ARGUMENT],
  options: [...EXPORT_OPTIONS, ...TABLE_OPTIONS, ...METHOD_OPTIONS, ...TALK_OPTIONS],
  details: `Estimates and plans the study and writes the results as other programs read them. Without --audience
places are coarse (about 100 m) and no extra column is written. partner and public get the same protected tables
as from spotwise share, in any format that holds no single spot.

${EXPORT_FORMATS.map(({ id, title, forWhom }) => `  ${id.padEnd(12)} ${title}: ${forWhom}`).join('\n')}

spotwise explain FORMAT says more of each.`,
  examples: [
    {
      line: 'spotwise export fixtures/tiny --to xlsx csv --locale sq',
      says: 'a workbook, and CSV that opens right in an Albanian Excel',
    },
    {
      line: 'spotwise export fixtures/kosovo --to gpkg kmz --audience public --expires 2027-12-31 --out kosovo-maps',
      says: 'maps for the public: areas with protected figures, no spot',
    },
  ],
  run: exportStudy,
};

async function exportStudy(invocation: Invocation, world: World): Promise<number> {
  const audience = audienceOf(invocation);
  const formats = formatsOf(invocation, audience);
  const day = textOption(invocation, 'date') ?? world.today();
  if (!isDay(day)) throw new UsageError('--date takes a day such as 2026-12-31');
  const done = await openAndEstimate(invocation, world);
  const made = await makeView(done, audience, { invocation, world, day });
  if (made === undefined) return 1;
  const choices = {
    locale: textOption(invocation, 'locale') ?? 'en',
    period: textOption(invocation, 'period'),
  };
  const { files, counts } = await filesOf(formats, { view: made.view, choices }, { invocation, world });
  files.set(
    'run.json',
    card(made, { formats: counts.map(([format]) => format), invocation, files, day, world }),
  );
  const folder = textOption(invocation, 'out') ?? world.join(done.opened.home, 'export');
  await world.writeResult(folder, files, done.opened.paths);
  await sayExported({ done, made, counts, folder }, invocation, world);
  return 0;
}

/** The files of every format, while a line on the terminal says how many formats are made. */
async function filesOf(
  formats: readonly ExportFormat[],
  { view, choices }: { readonly view: ExportView; readonly choices: ExportChoices },
  { invocation, world }: { readonly invocation: Invocation; readonly world: World },
): Promise<{ readonly files: Map<string, string | Uint8Array>; readonly counts: [ExportFormat, number][] }> {
  const tools = { sha256: world.sha256, loadSql, loadDuckdb };
  const files = new Map<string, string | Uint8Array>();
  const counts: [ExportFormat, number][] = [];
  const progress = progressFor(invocation, world, 'exporting');
  try {
    for (const [at, format] of formats.entries()) {
      await progress.reach(at, formats.length);
      const lack = await format.lacks?.(view, choices, tools);
      if (lack !== undefined) {
        if (!isAll(invocation)) throw new UsageError(lack);
        await progress.end();
        await world.stderr.write(`left out: ${lack}\n`);
        continue;
      }
      const own = await format.make(view, choices, tools);
      for (const [name, data] of own) files.set(`${format.id}/${name}`, data);
      counts.push([format, own.size]);
    }
  } finally {
    await progress.end();
  }
  return { files, counts };
}

/** Who it is for; combinations that would give away more than the audience may have are refused before anything is read. */
function audienceOf(invocation: Invocation): Audience {
  const isExact = isOn(invocation, 'exact');
  const named = textOption(invocation, 'audience') ?? (isExact ? 'team' : 'programme');
  const audience = (['team', 'programme', 'partner', 'public'] as const).find((name) => name === named);
  if (audience === undefined) throw new UsageError(`there is no audience "${named}"`);
  if (audience === 'team' && !isExact) {
    throw new UsageError('--audience team needs --exact: it holds the places as recorded');
  }
  if (audience !== 'team' && isExact) {
    throw new UsageError(`--exact is for --audience team only, not for ${audience}`);
  }
  return audience;
}

/** Formats asked for by name, several in one word where commas part them. */
const namedFormats = (invocation: Invocation) =>
  textsOption(invocation, 'to').flatMap((text) => text.split(','));

const isAll = (invocation: Invocation) => namedFormats(invocation).includes('all');

function formatsOf(invocation: Invocation, audience: Audience): ExportFormat[] {
  const named = namedFormats(invocation);
  const ids = EXPORT_FORMATS.map(({ id }) => id);
  if (named.length === 0) throw new UsageError(`--to says which formats: ${ids.join(', ')}, or all`);
  if (isAll(invocation)) return EXPORT_FORMATS.filter((format) => format.audiences.includes(audience));
  const unknown = named.find((name) => !ids.includes(name));
  if (unknown !== undefined) {
    const near = nearestName(unknown, ids);
    const hint = /[\\/.]/.test(unknown) ? '; put the study before --to' : '';
    throw new UsageError(
      `there is no format "${unknown}"${near === undefined ? '' : `; did you mean ${near}?`}${hint} (known: ${ids.join(', ')})`,
    );
  }
  const chosen = EXPORT_FORMATS.filter(({ id }) => named.includes(id));
  const refused = chosen.find((format) => !format.audiences.includes(audience));
  if (refused !== undefined) {
    throw new UsageError(
      `${refused.id} holds single spots, which ${audience} may not have; it is for ${refused.audiences.join(' and ')}`,
    );
  }
  return chosen;
}

/** A view with what the run card says of its protection. */
interface Made {
  readonly view: ExportView;
  readonly said: Readonly<Record<string, unknown>>;
}

/** What the audience may have; undefined, with everything said, where the protected tables would give something away. */
async function makeView(
  done: EstimatedStudy,
  audience: Audience,
  run: { readonly invocation: Invocation; readonly world: World; readonly day: string },
): Promise<Made | undefined> {
  const { invocation, world, day } = run;
  const { study, inputs } = done.opened;
  const context: ViewContext = { version: VERSION, day, inputs };
  const inForce = rulesFor(audience, study.settings.share);
  if (inForce === undefined) {
    const plan = isOn(invocation, 'withoutPlan')
      ? undefined
      : await watched(
          microplanStepwise(study, done.estimates, readRules(study.settings.plan)),
          progressFor(invocation, world, 'planning'),
        );
    const isExact = audience === 'team';
    return { view: insideView({ study, estimates: done.estimates, plan, isExact }, context), said: {} };
  }
  const work = sharedViewStepwise(study, done.estimates, { audience, inForce });
  const shared = await watched(work, progressFor(invocation, world, 'protecting'));
  const expires = endDateOf(invocation, study);
  const manifest = manifestOf(shared, { audience, key: undefined, expires });
  const issues = checkRelease(withManifest(shared.files, manifest, world), checkContext(world));
  if (issues.length > 0) {
    await world.stderr.write(`${drawIssues(issues, voiceFor(invocation, world, 'stderr'))}\n`);
  }
  if (hasErrors(issues)) {
    await world.stderr.write(`${invocation.words.exchange.nothingWritten}\n`);
    return undefined;
  }
  const { policy, lowered, cells, notes } = shared.said;
  const view = aggregatedView(
    { study, audience, tables: shared.tables, policy: inForce.rules, notes },
    context,
  );
  return { view, said: { expires, policy, lowered, cells } };
}

/** Version, audience, formats and the hash of every file; no path, no clock time, for partners and the public no input. */
function card(
  { view, said }: Made,
  run: {
    readonly formats: readonly ExportFormat[];
    readonly invocation: Invocation;
    readonly files: ReadonlyMap<string, string | Uint8Array>;
    readonly day: string;
    readonly world: World;
  },
): string {
  const { version, seed, inputs } = view.run;
  const document = {
    tool: 'spotwise',
    version,
    command: 'export',
    audience: view.audience,
    title: view.title,
    formats: run.formats.map(({ id }) => id),
    locale: textOption(run.invocation, 'locale') ?? 'en',
    seed,
    ...said,
    notes: view.notes,
    credits: view.credits,
    ...(inputs.length === 0 ? {} : { inputs: [...inputs].sort((a, b) => (a.name < b.name ? -1 : 1)) }),
    outputs: [...run.files]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, data]) => ({ name, sha256: run.world.sha256(data) })),
  };
  return `${JSON.stringify(document, undefined, 2)}\n`;
}

async function sayExported(
  result: {
    readonly done: EstimatedStudy;
    readonly made: Made;
    readonly counts: readonly (readonly [ExportFormat, number])[];
    readonly folder: string;
  },
  invocation: Invocation,
  world: World,
): Promise<void> {
  const { view, said } = result.made;
  if (view.audience === 'team' && !isOn(invocation, 'quiet')) {
    await world.stderr.write(`${invocation.words.exchange.export.exact}\n`);
  }
  if (isOn(invocation, 'quiet')) return;
  const folder = world.shorten(result.folder);
  if (isOn(invocation, 'json')) {
    const formats = Object.fromEntries(result.counts.map(([{ id }, count]) => [id, count]));
    const summary = { audience: view.audience, ...said, formats, folder };
    await world.stdout.write(`${JSON.stringify(summary, undefined, 2)}\n`);
    return;
  }
  const voice = voiceFor(invocation, world, 'stdout');
  const { page, study, exchange } = voice.words;
  const say = exchange.export;
  const table = drawTable(
    [{ title: say.format }, { title: say.files, align: 'right' }, { title: say.forWhom }],
    result.counts.map(([{ id, forWhom }, count]) => [id, page.number(count), forWhom]),
    voice,
  );
  const lines = [
    study.labelled(voice.strong(view.audience), say.audiences[view.audience]),
    table,
    say.written(countIssues(result.done.issues, voice.words), voice.strong(printable(folder))),
  ];
  await world.stdout.write(`${lines.join('\n\n')}\n`);
}
