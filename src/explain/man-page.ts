import type { Verb } from './verbs.js';

/** A text as roff takes it: backslashes, hyphens and leading dots and quotes mean themselves; other letters by number. */
const roff = (text: string) =>
  text
    .replaceAll('\\', String.raw`\e`)
    .replaceAll('-', String.raw`\-`)
    .replaceAll(/^([.'])/gm, String.raw`\&$1`)
    .replaceAll(
      /\P{ASCII}/gu,
      (sign) => `\\[u${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}]`,
    );

/** The manual page of the program, section 1, made from the definitions of its verbs. */
export function manPage(verbs: readonly Verb[], version: string): string {
  return [
    `.TH SPOTWISE 1 "" "spotwise ${roff(version)}" "User Commands"`,
    '.SH NAME',
    roff('spotwise - from hotspot counts to population sizes and outreach microplans'),
    '.SH SYNOPSIS',
    String.raw`.B spotwise
.I command
[\fISTUDY\fR] [\fIoptions\fR]`,
    '.SH DESCRIPTION',
    roff(
      'Takes counts of people at the spots where they gather and gives sizes with ranges, the week, concentration, rates and a plan of who visits where and when. A study is a folder with a study.yaml and a few tables; each command also works on bare tables. The same study, options and seed always give the same bytes.',
    ),
    '.PP',
    roff(
      'Safe by default: places are coarse and extra columns stay out of every output; exact places are written only with --exact. No network connection is ever opened.',
    ),
    '.SH COMMANDS',
    ...verbs.flatMap(verbLines),
    '.SH EXIT STATUS',
    ...[
      ['0', 'done; a closed pipe too'],
      ['1', 'the data have errors, or a reproduction or a check does not hold'],
      ['2', 'the command was used wrongly'],
      ['3', 'a bug in spotwise'],
      ['4', 'a file could not be opened or written'],
      ['130, 143, 129', 'stopped by a signal'],
    ].map(([code = '', says = '']) => `.TP\n.B ${code}\n${roff(says)}`),
    '.SH ENVIRONMENT',
    `.TP\n.B NO_COLOR\n${roff('no colours; FORCE_COLOR gives them where there is no terminal')}`,
    '.SH SEE ALSO',
    roff(
      'spotwise explain NAME says what any step, method, issue or column means, with formula and sources.',
    ),
    '',
  ].join('\n');
}

function verbLines(verb: Verb): string[] {
  const taken = verb.arguments.map(({ name, many, required }) => {
    const spelled = `\\fI${roff(name)}\\fR${many === true ? ' ...' : ''}`;
    return required === true ? spelled : `[${spelled}]`;
  });
  let group = '';
  const options = verb.options.flatMap((option) => {
    const heading =
      option.group === undefined || option.group === group ? [] : [`.PP\n${roff(option.group)}:`];
    group = option.group ?? group;
    return [...heading, `.TP\n.B ${roff(option.flags)}\n${roff(option.says)}`];
  });
  return [
    `.SS spotwise ${[roff(verb.name), ...taken].join(' ')}`,
    roff(`${verb.summary.charAt(0).toUpperCase()}${verb.summary.slice(1)}.`),
    '.PP',
    roff(verb.details),
    ...options,
    ...verb.examples.map(
      ({ line, says }) => `.PP\nExample: ${roff(says)}\n.PP\n.RS\n.nf\n${roff(line)}\n.fi\n.RE`,
    ),
  ];
}
