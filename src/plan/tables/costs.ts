import { roundTo } from '../../formats/number.js';
import type { OutputColumn } from '../../model/table.js';
import type { Cost } from '../microplan.js';

/** plan/costs.csv: what need and plan cost in four weeks (F16); written where the study states a cost or a limit. */
export const COST_COLUMNS: readonly OutputColumn<Cost>[] = [
  {
    name: 'plan',
    meaning: 'need = reaching the target share of the people at spots; feasible = this plan',
    of: ({ plan }) => plan,
  },
  {
    name: 'what',
    meaning: 'workers, supervisors, travel_km, an item handed out, sites, or total',
    of: ({ what }) => what,
  },
  { name: 'quantity', meaning: 'how many, at the estimate', of: ({ quantity }) => quantity },
  {
    name: 'unit_cost',
    meaning: 'money for one; empty where populations differ',
    of: ({ unitCost }) => unitCost,
  },
  {
    name: 'cost_low',
    meaning: 'money in four weeks at the low people',
    of: ({ cost }) => roundTo(cost.low, 2),
  },
  { name: 'cost_point', meaning: 'money in four weeks', of: ({ cost }) => roundTo(cost.estimate, 2) },
  {
    name: 'cost_high',
    meaning: 'money in four weeks at the high people',
    of: ({ cost }) => roundTo(cost.high, 2),
  },
];
