import type { Audience, DisclosureRules } from '../model/disclosure.js';
import { AUDIENCES } from './audiences.js';

/** The file that says what an output is; written last. */
export const MANIFEST_FILE = 'run.json';

/** What is said of an output: for whom, under which rules, how much is hidden, until when it holds. */
export interface Manifest {
  readonly tool: 'spotwise';
  readonly version: string;
  readonly command: 'share';
  readonly audience: Audience;
  /** Day until which it holds, ISO 8601; only where somebody stated it, so that no output depends on the day it was made. */
  readonly expires?: string;
  readonly encrypted: boolean;
  readonly policy?: DisclosureRules;
  /** Rules that protect less than the standard ones. */
  readonly lowered?: readonly string[];
  readonly cells?: { readonly shown: number; readonly hidden: number };
  readonly mask?: { readonly method: string; readonly shown: number; readonly left_out: number };
  /** Tells keys apart without giving one away. */
  readonly key_fingerprint?: string;
  readonly notes: readonly string[];
  readonly outputs: readonly { readonly name: string; readonly bytes: number; readonly sha256: string }[];
}

/** The manifest as a file. */
export function writeManifest(manifest: Manifest): string {
  return `${JSON.stringify(manifest, undefined, 2)}\n`;
}

/** The manifest in a file; undefined when it is none of `share`. */
export function readManifest(text: string): Manifest | undefined {
  let stated: unknown;
  try {
    stated = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (typeof stated !== 'object' || stated === null) return undefined;
  const found = stated as Partial<Record<keyof Manifest, unknown>>;
  const isOurs = found.tool === 'spotwise' && found.command === 'share';
  const isKnown = typeof found.audience === 'string' && Object.hasOwn(AUDIENCES, found.audience);
  const isDated = found.expires === undefined || isDay(found.expires);
  const hasOutputs = Array.isArray(found.outputs) && found.outputs.every(isOutput);
  const hasRules = found.policy === undefined || isPolicy(found.policy);
  const hasTexts =
    isTexts(found.lowered ?? []) && isTexts(found.notes) && typeof found.encrypted === 'boolean';
  return isOurs && isKnown && isDated && hasOutputs && hasRules && hasTexts
    ? (stated as Manifest)
    : undefined;
}

/** True for a day that exists, as YYYY-MM-DD. */
export function isDay(value: unknown): value is string {
  if (typeof value !== 'string') return false;
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value);
  const [year, month, day] = [Number(match?.[1]), Number(match?.[2]), Number(match?.[3])];
  return match !== null && month >= 1 && month <= 12 && day >= 1 && day <= daysOf(year, month);
}

function daysOf(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

const isTexts = (value: unknown) => Array.isArray(value) && value.every((text) => typeof text === 'string');

const isOutput = (value: unknown) => {
  const output = value as Partial<Record<string, unknown>> | null;
  return typeof output?.['name'] === 'string' && typeof output['sha256'] === 'string';
};

const isPolicy = (value: unknown) => {
  const policy = value as Partial<Record<string, unknown>> | null;
  const numbers = [policy?.['people'], policy?.['spots'], policy?.['dominance'], policy?.['round_to']];
  return numbers.every((number) => typeof number === 'number' && Number.isFinite(number) && number >= 0);
};
