/** The columns of a spot table that an estimate needs, all of which are added up or counted to compare readers. */
export const NUMBERS = ['min', 'max', 'usual', 'lat', 'lon', 'peak_max'];
export const TEXTS = ['spot_id', 'municipality', 'population', 'typology'];
