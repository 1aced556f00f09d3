import type { OutputColumn } from '../../model/table.js';
import type { Referral } from '../microplan.js';

/** plan/referrals.csv: one row per planned spot (or part) and service. */
export const REFERRAL_COLUMNS: readonly OutputColumn<Referral>[] = [
  { name: 'spot_code', meaning: 'code of the spot', of: ({ spot }) => spot },
  { name: 'service', meaning: 'service people are sent for', of: ({ service }) => service },
  { name: 'first_site', meaning: 'open site to try first', of: ({ first }) => first },
  { name: 'minutes', meaning: 'minutes on the way, one way', of: ({ minutes }) => minutes },
  { name: 'fallback_site', meaning: 'site of another owner', of: ({ fallbacks }) => fallbacks[0]?.site },
  { name: 'fallback_kind', meaning: 'kind of that site', of: ({ fallbacks }) => fallbacks[0]?.kind },
  {
    name: 'escort_needed',
    meaning: 'whether somebody goes along',
    of: ({ escort }) => (escort ? 'yes' : 'no'),
  },
  { name: 'fallback_2_site', meaning: 'site of a third owner', of: ({ fallbacks }) => fallbacks[1]?.site },
  { name: 'fallback_2_kind', meaning: 'kind of that site', of: ({ fallbacks }) => fallbacks[1]?.kind },
  { name: 'first_owner', meaning: 'owner of the first site', of: ({ owner }) => owner },
  { name: 'population', meaning: 'population', of: ({ population }) => population },
  { name: 'part', meaning: 'letter of the part where a spot is split', of: ({ letter }) => letter },
];
