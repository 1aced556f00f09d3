// How what two stages found is compared.
import { readFileSync, rmSync } from 'node:fs';

function differ(ours, theirs) {
  return new Error(`the results differ: ${JSON.stringify([ours.found, theirs.found]).slice(0, 400)}`);
}

/** What was found agrees: all of it, or what is named and both have. */
export const agree = (names) => (ours, theirs) => {
  const keys = names ?? [...new Set([ours, theirs].flatMap(({ found }) => Object.keys(found)))];
  if (keys.some((key) => ours.found[key] !== theirs.found[key])) throw differ(ours, theirs);
};

/** The ends of two intervals are as near as a share of them. */
export const near = (share) => (ours, theirs) => {
  const isFar = (key) => !(Math.abs(ours.found[key] / theirs.found[key] - 1) <= share);
  if (['low', 'high'].some(isFar)) throw differ(ours, theirs);
};

const both = (files, read) => files.map((file) => read(readFileSync(file)));

export const sameBytes = (files) => () => {
  const [a, b] = both(files, (bytes) => bytes);
  if (!a.equals(b)) throw new Error(`${files.join(' and ')} differ`);
};

/** The same cells, where 12.0 may be written for 12. */
export const sameCells = (files) => () => {
  const [a, b] = both(files, (bytes) => bytes.toString().replaceAll(/(?<=\d)\.0(?=[,\n])/g, ''));
  if (a !== b) throw new Error(`${files.join(' and ')} differ`);
  rmSync(files[1]);
};

/** The same points with the same properties, whatever the layout and the names of the codes. */
export const sameFeatures = (files) => () => {
  const [a, b] = both(files, (bytes) =>
    JSON.parse(bytes.toString()).features.map(({ geometry, properties }) => {
      const { id, spot_id: spotId, ...others } = properties;
      return JSON.stringify([geometry.coordinates, id ?? spotId, others]);
    }),
  );
  if (a.length !== b.length || a.some((feature, at) => feature !== b[at]))
    throw new Error(`${files.join(' and ')} differ`);
};
