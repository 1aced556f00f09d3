import { EstimationError } from '../model/estimation-error.js';
import { FAITHFUL_FIELD, type PopulationSettings, type TownSettings } from './town-settings.js';

/**
 * Returns the settings unchanged if a town can be made from them, else throws EstimationError
 * 'setting-out-of-range' naming the setting.
 */
export function acceptSettings(settings: TownSettings): TownSettings {
  requireThat(settings.municipalities.length > 0, 'municipalities must not be empty');
  requireThat(settings.populations.length > 0, 'populations must not be empty');
  requireThat(
    isDistinct(settings.municipalities.map((each) => each.municipality)),
    'municipalities must differ',
  );
  requireThat(isDistinct(settings.populations.map((each) => each.population)), 'populations must differ');
  for (const population of settings.populations) acceptPopulation(population);
  for (const name of ['share_level_2', 'spot_deaths'] as const) requireThat(isShare(settings[name]), name);
  requireThat(isWhole(settings.zones_per_municipality, 1), 'zones_per_municipality');
  requireThat(isWhole(settings.reports_per_spot, 0), 'reports_per_spot');
  requireThat(isWhole(settings.respondents_per_spot, 0), 'respondents_per_spot');
  requireThat(settings.spot_births >= 0 && settings.spot_births < Infinity, 'spot_births');
  requireThat(settings.informants.length > 0 || settings.reports_per_spot === 0, 'informants');
  for (const { bias, spread, half_width } of settings.informants) {
    requireThat(bias > 0 && isSpread(spread) && isShare(half_width), 'informants');
  }
  acceptField(settings);
  return settings;
}

function acceptField(settings: TownSettings): void {
  const field = { ...FAITHFUL_FIELD, ...settings.field };
  for (const name of ['share_found', 'share_to_mean', 'share_one_more_day', 'share_refusing'] as const) {
    requireThat(isShare(field[name]), `field.${name}`);
  }
  for (const name of ['count_spread', 'shared_spread'] as const) {
    requireThat(isSpread(field[name]), `field.${name}`);
  }
  requireThat(isWhole(field.rare_days, 0), 'field.rare_days');
}

function acceptPopulation(population: PopulationSettings): void {
  const { share_hidden, days_per_week, spots_per_day, profiles, share_online } = population;
  requireThat(isShare(share_hidden), 'share_hidden');
  requireThat(isShare(share_online.attending) && isShare(share_online.hidden), 'share_online');
  requireThat(
    isListOf(days_per_week, (days) => isWhole(days, 1) && days <= 7),
    'days_per_week',
  );
  requireThat(
    isListOf(spots_per_day, (spots) => isWhole(spots, 1)),
    'spots_per_day',
  );
  requireThat(
    isListOf(profiles, (held) => isWhole(held, 1)),
    'profiles',
  );
  requireThat(isWhole(population.spots_per_municipality, 1), 'spots_per_municipality');
  requireThat(population.per_1000 >= 0 && population.per_1000 <= 1000, 'per_1000');
  requireThat(isSpread(population.pull_spread), 'pull_spread');
  requireThat(population.weekend_pull > 0 && population.weekend_pull < Infinity, 'weekend_pull');
  requireThat(
    population.typologies.some(({ weight }) => weight > 0),
    'typologies',
  );
}

function requireThat(isSo: boolean, setting: string): void {
  if (isSo) return;
  throw new EstimationError('setting-out-of-range', `No town can be made: check the setting ${setting}.`);
}

function isShare(value: number): boolean {
  return value >= 0 && value <= 1;
}

/** A log standard deviation: above 3 a town would have one spot that draws everybody. */
function isSpread(value: number): boolean {
  return value >= 0 && value <= 3;
}

function isWhole(value: number, least: number): boolean {
  return Number.isSafeInteger(value) && value >= least;
}

function isListOf(values: readonly number[], isGood: (value: number) => boolean): boolean {
  return values.length > 0 && values.every(isGood);
}

function isDistinct(names: readonly string[]): boolean {
  return new Set(names).size === names.length;
}
