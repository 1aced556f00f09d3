import { inputTable, type RowOf } from '../columns.js';

export const SPOT_MODES = ['geo', 'phone', 'web'] as const;
export type SpotMode = (typeof SPOT_MODES)[number];

export const SPOT_STATUSES = ['active', 'defunct', 'duplicate', 'not_a_spot', 'not_found'] as const;

const dayCount = (day: string) => ({ kind: 'amount', meaning: `persons at the spot on a ${day}` }) as const;

export const SPOTS = inputTable({
  id: 'spots',
  file: 'spots.csv',
  rowIs: 'one population at one spot',
  columns: {
    spot_id: {
      kind: 'id',
      required: true,
      aliases: ['spot', 'hotspot', 'hotspot_id', 'site_id', 'venue', 'venue_id'],
      meaning: 'code of the spot',
    },
    population: { kind: 'id', aliases: ['kp', 'group'], meaning: 'code of the population counted' },
    municipality: {
      kind: 'text',
      aliases: ['area', 'town', 'township', 'county', 'district', 'lga'],
      meaning: 'administrative area the results are given for',
    },
    typology: { kind: 'text', aliases: ['type', 'category'], meaning: 'kind of spot' },
    mode: {
      kind: 'choice',
      choices: SPOT_MODES,
      meaning: 'how people are met: at a place (geo), by phone or on the web',
    },
    lat: { kind: 'latitude', aliases: ['latitude'], meaning: 'latitude, WGS 84 degrees' },
    lon: { kind: 'longitude', aliases: ['longitude', 'lng', 'long'], meaning: 'longitude, WGS 84 degrees' },
    status: {
      kind: 'choice',
      choices: SPOT_STATUSES,
      meaning: 'what validation found; only active spots are counted (empty = active)',
    },
    level: {
      kind: 'choice',
      choices: ['1', '2'],
      meaning: '1 = reported by people around the spot, 2 = validated at the spot (empty = 2)',
    },
    min: {
      kind: 'count',
      aliases: ['minimum', 'lowest'],
      meaning: 'lowest number of persons on a usual day',
    },
    max: {
      kind: 'count',
      aliases: ['maximum', 'highest'],
      meaning: 'highest number of persons on a usual day',
    },
    usual: { kind: 'amount', meaning: 'one stated best figure of persons on a usual day' },
    peak_min: { kind: 'count', meaning: 'lowest number of persons on a peak day' },
    peak_max: { kind: 'count', meaning: 'highest number of persons on a peak day' },
    weekday: { kind: 'amount', meaning: 'persons a day outside the weekend' },
    weekend: { kind: 'amount', meaning: 'persons a day at the weekend' },
    mon: dayCount('Monday'),
    tue: dayCount('Tuesday'),
    wed: dayCount('Wednesday'),
    thu: dayCount('Thursday'),
    fri: dayCount('Friday'),
    sat: dayCount('Saturday'),
    sun: dayCount('Sunday'),
    peak_days: { kind: 'days', meaning: 'busiest days of the week, such as fri sat' },
    hours: { kind: 'hours', meaning: 'opening or gathering hours, such as 20:00-02:00' },
    validated_on: { kind: 'date', meaning: 'day of the level 2 visit' },
    languages: { kind: 'words', aliases: ['language'], meaning: 'languages spoken at the spot' },
    risk: {
      kind: 'choice',
      choices: ['low', 'medium', 'high'],
      meaning: 'how much is at stake for the people there: new, young, violence, few condoms',
    },
    security_level: {
      kind: 'choice',
      choices: ['1', '2', '3', '4', '5'],
      meaning: 'safety of a visit, from 1 (calm) to 5 (never); empty = not checked',
    },
    security_checked_on: { kind: 'date', meaning: 'day the security level was last checked' },
  },
});

export type SpotRow = RowOf<typeof SPOTS>;
