import type { Parameter, Step } from '../model/card.js';
import { UsageError } from '../model/failure.js';
import type { Choice, MethodSettings } from '../model/settings.js';
import { variantOf } from './choose.js';
import { STEPS } from './steps.js';

type Flags = Readonly<Record<string, unknown>>;

/**
 * The method choices a command line states: `--settle midpoint`, or with parameters `--hidden
 * divide,share_hidden=0.24`; `--rho 0.3` is the correlated interval with that correlation. Throws a UsageError.
 */
export function choicesFromFlags(flags: Flags): MethodSettings {
  const choices = STEPS.flatMap((step) => {
    const text = flags[flagOf(step)];
    return typeof text === 'string' ? [[step.id, readChoice(step, text)] as const] : [];
  });
  const rho = flags['rho'];
  if (typeof rho === 'string') {
    const correlation = readParameter('rho', rho, { kind: 'share', meaning: 'correlation' });
    choices.push(['interval', { use: 'correlated', correlation }]);
  }
  return Object.fromEntries(choices);
}

/** Name under which the command line keeps the step's option: `level_1` is typed --level-1 and kept as level1. */
export function flagOf(step: Step<unknown>): string {
  return step.id.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}

function readChoice(step: Step<unknown>, text: string): Choice {
  const [use = '', ...pairs] = text.split(',');
  const variant = variantOf(step, use);
  const known = variant.parameters ?? {};
  const parameters = pairs.map((pair) => {
    const [name = '', value = ''] = pair.split('=');
    const parameter = known[name];
    if (parameter === undefined) {
      const names = Object.keys(known);
      throw new UsageError(
        `${step.id} ${use} has no parameter "${name}"; it has ${names.length === 0 ? 'none' : names.join(', ')}`,
      );
    }
    return [name, readParameter(name, value, parameter)] as const;
  });
  for (const [name, parameter] of Object.entries(known)) {
    if (parameter.required === true && !parameters.some(([given]) => given === name)) {
      throw new UsageError(`${step.id} ${use} needs ${name}: write ${use},${name}=…`);
    }
  }
  return { use, ...Object.fromEntries(parameters) };
}

function readParameter(name: string, text: string, parameter: Parameter): string | number {
  if (parameter.kind === 'text') return text;
  if (parameter.kind === 'texts') throw new UsageError(`${name} is a list; state it in study.yaml`);
  if (parameter.kind === 'choice') {
    if (parameter.choices?.includes(text) === true) return text;
    throw new UsageError(`${name} can be ${(parameter.choices ?? []).join(', ')}`);
  }
  const value = /^\d+(\.\d+)?$/.test(text) ? Number(text) : Number.NaN;
  if (Number.isNaN(value)) throw new UsageError(`${name} takes a number, such as 0.1`);
  if (parameter.kind === 'share' && value > 1) throw new UsageError(`${name} takes a share from 0 to 1`);
  return value;
}
