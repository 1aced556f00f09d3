// How the scripts of a step are called, and what they need.
import { join } from 'node:path';
import { hasNode, hasPython, NODE, PYTHON } from '../tools.mjs';

const script = (name) => join('bench', 'speed', 'stages', name);

export const node = (name, ...args) => [NODE, script(name), ...args];
export const python = (name, ...args) => [PYTHON, script(name), ...args];
export const rscript = (name, ...args) => ['Rscript', script(name), ...args];

export const hasPolars = () => hasNode('nodejs-polars');
export const hasGeopandas = () => hasPython('import geopandas; geopandas.GeoSeries.from_xy([0], [0]).sindex');
export const hasScipy = () => hasPython('import scipy.spatial');
