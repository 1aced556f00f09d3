import type { Audience } from '../model/disclosure.js';
import { UsageError } from '../model/failure.js';
import type { Study } from '../model/study.js';
import { AUDIENCES } from '../share/audiences.js';
import { maskMethod, type Mask } from '../share/mask/mask.js';
import { isOn, textOption, type Invocation } from './command.js';
import type { SecretKey } from './share-secrets.js';

/** The audience asked for; the public when none is named. */
export function audienceOf(invocation: Invocation): Audience {
  const named = textOption(invocation, 'audience') ?? 'public';
  return (Object.keys(AUDIENCES) as Audience[]).find((audience) => audience === named) ?? 'public';
}

/** Combinations that would give away more than the audience may have are refused before anything is read. */
export function refuseUnsafe(
  invocation: Invocation,
  known: { readonly audience: Audience; readonly isLocked: boolean; readonly hasKey: boolean },
): void {
  const { audience } = known;
  const isExact = isOn(invocation, 'exact');
  const mask = textOption(invocation, 'mask');
  if (mask !== undefined) maskMethod(mask);
  const refusals: [boolean, string][] = [
    [audience === 'team' && !isExact, '--audience team needs --exact: it holds the places as recorded'],
    [audience !== 'team' && isExact, `--exact is for --audience team only, not for ${audience}`],
    [
      audience === 'team' && !known.isLocked,
      '--audience team is written encrypted only: add --encrypt-to age1… or --passphrase-file FILE',
    ],
    [
      mask !== undefined && audience !== 'programme',
      `--mask is for --audience programme: points beside the tables of ${audience} would undo what they hide`,
    ],
    [
      (mask === 'donut' || mask === 'dhs') && !known.hasKey,
      `--mask ${mask} needs a secret key: --key-file FILE`,
    ],
    [isOn(invocation, 'letters') && !known.hasKey, '--letters needs a secret key: --key-file FILE'],
  ];
  const refusal = refusals.find(([isRefused]) => isRefused);
  if (refusal !== undefined) throw new UsageError(refusal[1]);
}

/** The mask asked for, with the outlines no point may leave. */
export async function maskOf(
  invocation: Invocation,
  study: Study,
  key: SecretKey | undefined,
): Promise<Mask | undefined> {
  const named = textOption(invocation, 'mask');
  if (named === undefined) return undefined;
  if (study.boundaries.length === 0) {
    throw new UsageError('--mask needs the outlines of the municipalities, so that no point leaves its own');
  }
  const { municipalityFinder } = await import('../geo/inside.js');
  return {
    method: maskMethod(named),
    keyed: key?.keyed,
    areaOf: municipalityFinder(study.boundaries),
    isRural: isOn(invocation, 'rural'),
  };
}
