import { inputTable, type RowOf } from '../columns.js';

export const ATTENDANCE = inputTable({
  id: 'attendance',
  file: 'attendance.csv',
  rowIs: 'one person interviewed at a spot',
  columns: {
    respondent_id: {
      kind: 'id',
      required: true,
      aliases: ['respondent'],
      meaning: 'code of the interview, never a name',
    },
    spot_id: {
      kind: 'id',
      required: true,
      aliases: ['spot', 'hotspot', 'hotspot_id', 'site_id', 'venue', 'venue_id'],
      meaning: 'code of the spot where the person was met',
    },
    population: { kind: 'id', aliases: ['kp', 'group'], meaning: 'code of the population' },
    days_per_week: { kind: 'amount', required: true, meaning: 'days a week the person comes to spots' },
    spots_per_day: { kind: 'amount', meaning: 'spots the person is at on such a day, this one included' },
    online: { kind: 'flag', meaning: 'whether the person is also met online or by phone' },
  },
});

export type AttendanceRow = RowOf<typeof ATTENDANCE>;
