import { numberOf, textOf, type WrittenPlan } from './written.js';

/** A curfew as written in assumptions.csv; minutes after midnight, `to` past 1440 where it ends the next day. */
export interface WrittenCurfew {
  readonly municipality: string;
  readonly from: number;
  readonly to: number;
}

/** A way between two municipalities as written in assumptions.csv; no minutes = closed. */
export interface WrittenRoad {
  readonly between: readonly string[];
  readonly minutes: number | undefined;
}

/** The rules a plan says it keeps, read from its assumptions.csv. */
export interface StatedRules {
  readonly number: (key: string) => number;
  /** The number of a population, else that of `others`. */
  readonly forPopulation: (key: string, population: string) => number;
  readonly text: (key: string) => string;
  readonly curfews: readonly WrittenCurfew[];
  readonly incidents: readonly { readonly spot: string; readonly on: string }[];
  /** Minutes added between two municipalities; Infinity where the way is closed. */
  readonly minutesAdded: (a: string | undefined, b: string | undefined) => number;
}

/** Reads the rules back from what was written; a number that is not there is NaN, so that no check passes on it. */
export function readStatedRules(plan: WrittenPlan): StatedRules {
  const rows = new Map((plan.get('assumptions.csv') ?? []).map((row) => [textOf(row, 'key'), row]));
  const number = (key: string): number => {
    const row = rows.get(key);
    return (row === undefined ? undefined : numberOf(row, 'value')) ?? NaN;
  };
  const text = (key: string): string => {
    const row = rows.get(key);
    return row === undefined ? '' : textOf(row, 'value');
  };
  return {
    number,
    text,
    forPopulation: (key, population) =>
      number(rows.has(`${key}.${population}`) ? `${key}.${population}` : `${key}.others`),
    curfews: readCurfews(text('curfew')),
    incidents: readIncidents(text('incidents')),
    minutesAdded: addedBy(readRoads(text('closed_roads'))),
  };
}

function readRoads(text: string): WrittenRoad[] {
  if (text === 'none' || text === '') return [];
  return text.split('; ').map((road) => {
    const [, names = '', minutes] = /^(.*?)(?: \+([\d.]+) min)?$/.exec(road) ?? [];
    return {
      between: names.split(' – '),
      minutes: minutes === undefined ? undefined : Number(minutes),
    };
  });
}

const addedBy =
  (roads: readonly WrittenRoad[]) =>
  (a: string | undefined, b: string | undefined): number => {
    if (a === undefined || b === undefined || a === b) return 0;
    const on = roads.filter(({ between }) => between.includes(a) && between.includes(b));
    return on.length === 0 ? 0 : Math.max(...on.map(({ minutes }) => minutes ?? Infinity));
  };

function readIncidents(text: string): { readonly spot: string; readonly on: string }[] {
  if (text === 'none' || text === '') return [];
  return text.split('; ').map((incident) => {
    const space = incident.lastIndexOf(' ');
    return { spot: incident.slice(0, space), on: incident.slice(space + 1) };
  });
}

function readCurfews(text: string): WrittenCurfew[] {
  if (text === 'none' || text === '') return [];
  return text.split('; ').map((curfew) => {
    const space = curfew.lastIndexOf(' ');
    return { municipality: curfew.slice(0, space), ...readTimes(curfew.slice(space + 1)) };
  });
}

/** `20:00-02:00` in minutes; the end past 1440 where it is the next day's. */
export function readTimes(text: string): { readonly from: number; readonly to: number } {
  const [from, to] = text.split('-').map((time) => {
    const [hours, minutes] = time.split(':').map(Number);
    return (hours ?? NaN) * 60 + (minutes ?? NaN);
  });
  const [start, end] = [from ?? NaN, to ?? NaN];
  return { from: start, to: end > start ? end : end + 1440 };
}
