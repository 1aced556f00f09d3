import { inputTable, type RowOf } from '../columns.js';

/** A published or field table whose arithmetic is to be audited; numbers stay text, so that their printed digits count. */
export const AUDITED = inputTable({
  id: 'audited',
  file: 'table.csv',
  rowIs: 'one printed row',
  columns: {
    label: {
      kind: 'text',
      required: true,
      aliases: ['place', 'municipality', 'name', 'area', 'town', 'district', 'spot_id'],
      meaning: 'what the row is about',
    },
    parent: {
      kind: 'text',
      aliases: ['part_of', 'region', 'province', 'state'],
      meaning: 'label of the row this one is part of',
    },
    level: { kind: 'text', meaning: 'level of the row: national, province, town …' },
    population: { kind: 'text', aliases: ['kp', 'group'], meaning: 'population; never compared across' },
    study: { kind: 'text', meaning: 'study the row comes from; rules are learned within one' },
    min: { kind: 'text', aliases: ['low', 'minimum', 'lowest', 'lower'], meaning: 'lowest figure' },
    max: { kind: 'text', aliases: ['high', 'maximum', 'highest', 'upper'], meaning: 'highest figure' },
    estimate: { kind: 'text', aliases: ['size', 'pse'], meaning: 'the estimate' },
    midpoint: { kind: 'text', meaning: 'the printed middle of lowest and highest' },
    spots: { kind: 'text', aliases: ['hotspots', 'venues'], meaning: 'number of spots' },
    mean_spot_size: { kind: 'text', aliases: ['per_spot'], meaning: 'people a spot' },
    denominator: { kind: 'text', aliases: ['denominator_persons'], meaning: 'persons a rate is of' },
    rate_per_1000: {
      kind: 'text',
      aliases: ['per_1000', 'rate'],
      meaning: 'rate per 1,000 of the denominator',
    },
    proportion: {
      kind: 'text',
      aliases: ['reported_proportion', 'share_of_denominator'],
      meaning: 'share of the denominator, 0 to 1',
    },
  },
});

export type AuditedRow = RowOf<typeof AUDITED>;
