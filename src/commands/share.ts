import { watched } from '../io/progress.js';
import type { World } from '../io/world.js';
import { hasErrors } from '../model/issue.js';
import { rulesFor } from '../share/audiences.js';
import { checkRelease } from '../share/check/check-release.js';
import { sharedViewStepwise } from '../share/shared-view.js';
import { isOn, textOption, type Command, type Invocation } from './command.js';
import { openAndEstimate } from './estimate.js';
import { drawIssues } from './say.js';
import { progressFor, voiceFor } from './voice.js';
import { checkContext } from './share-context.js';
import { decryptOutput } from './share-decrypt.js';
import { SHARE_OPTIONS } from './share-options.js';
import { endDateOf, locked, manifestOf, neutralName, withManifest } from './share-package.js';
import { audienceOf, maskOf, refuseUnsafe } from './share-request.js';
import { sayShared } from './share-say.js';
import { lockOf, secretKey } from './share-secrets.js';
import { verifyOutput } from './share-verify.js';
import { METHOD_OPTIONS, STUDY_ARGUMENT, TABLE_OPTIONS, TALK_OPTIONS } from './shared-options.js';

export const SHARE: Command = {
  arguments: [STUDY_ARGUMENT],
  options: [...TABLE_OPTIONS, ...METHOD_OPTIONS, ...SHARE_OPTIONS, ...TALK_OPTIONS],
  details:
    'Writes what an audience may have, safe by construction and checked before it is written. public and partner get tables with small cells hidden and all counts rounded; programme gets coarse places; team gets exact places in one encrypted file (--exact --encrypt-to age1…) that opens with the age program. Rules are settings under share: in study.yaml.',
  examples: [
    {
      line: 'spotwise share fixtures/kosovo --expires 2027-12-31 --out kosovo-public',
      says: 'tables for the public',
    },
    {
      line: 'spotwise share fixtures/kosovo --audience partner --expires 2027-12-31 --out kosovo-partner',
      says: 'tables for a partner, with kinds of spots',
    },
    { line: 'spotwise share --verify kosovo-public', says: 'check an output before it leaves' },
  ],
  run: async (invocation, world) => {
    if (textOption(invocation, 'verify') !== undefined) return await verifyOutput(invocation, world);
    if (textOption(invocation, 'decrypt') !== undefined) return await decryptOutput(invocation, world);
    return await share(invocation, world);
  },
};

/** Writes what an audience may have; to a folder of a neutral name beside the study where none is given. */
export async function share(invocation: Invocation, world: World, standardFolder?: string): Promise<number> {
  const audience = audienceOf(invocation);
  const lock = await lockOf(invocation, world);
  const key = await secretKey(invocation, world);
  refuseUnsafe(invocation, { audience, isLocked: lock !== undefined, hasKey: key !== undefined });
  const done = await openAndEstimate(invocation, world);
  const { study } = done.opened;
  const request = {
    audience,
    inForce: rulesFor(audience, study.settings.share),
    mask: await maskOf(invocation, study, key),
    letters: isOn(invocation, 'letters') ? key?.keyed : undefined,
  };
  const progress = progressFor(invocation, world, 'protecting');
  const view = await watched(sharedViewStepwise(study, done.estimates, request), progress);
  const expires = endDateOf(invocation, study);
  const manifest = manifestOf(view, { audience, key, expires });
  const plain = withManifest(view.files, manifest, world);
  const issues = checkRelease(plain, { ...checkContext(world), isInsideLock: lock !== undefined });
  const voice = voiceFor(invocation, world, 'stderr');
  if (issues.length > 0) await world.stderr.write(`${drawIssues(issues, voice)}\n`);
  if (hasErrors(issues)) {
    await world.stderr.write(`${invocation.words.exchange.nothingWritten}\n`);
    return 1;
  }
  const files = lock === undefined ? plain : await locked(plain, { lock, audience, expires, world });
  const folder =
    textOption(invocation, 'out') ??
    world.join(done.opened.home, standardFolder ?? neutralName(files, world));
  const secrets = ['keyFile', 'passphraseFile'].flatMap((name) => textOption(invocation, name) ?? []);
  const inputs = [...done.opened.paths, ...secrets].filter((path) => path !== '-');
  await world.writeResult(folder, files, inputs);
  await sayShared({ manifest, folder, files: files.size, moved: view.moved }, invocation, world);
  return 0;
}
