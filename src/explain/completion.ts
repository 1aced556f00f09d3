import { longName, takes, type Verb, type VerbOption } from './verbs.js';

/** Shells spotwise can complete in. */
export const SHELLS = ['bash', 'zsh', 'fish'] as const;
export type Shell = (typeof SHELLS)[number];

const GENERAL = ['--help', '--version'];

/** The script that lets a shell complete verbs, options, choices and files; made from the definitions of the verbs. */
export function completionScript(shell: Shell, verbs: readonly Verb[]): string {
  switch (shell) {
    case 'bash':
      return bashScript(verbs);
    case 'zsh':
      return zshScript(verbs);
    case 'fish':
      return fishScript(verbs);
  }
}

/** A text in single quotes as POSIX shells and fish read it. */
const quoted = (text: string) => `'${text.replaceAll('\\', '\\\\').replaceAll("'", String.raw`'\''`)}'`;
const posixQuoted = (text: string) => `'${text.replaceAll("'", String.raw`'\''`)}'`;

const flagsOf = (verb: Verb) => [...verb.options.map((option) => `--${longName(option)}`), '--help'];

function bashScript(verbs: readonly Verb[]): string {
  const values = verbs.flatMap((verb) =>
    verb.options.flatMap((option) => {
      const words = bashValues(option);
      return words === undefined
        ? []
        : [`    ${posixQuoted(`${verb.name} --${longName(option)}`)}) ${words}; return ;;`];
    }),
  );
  const options = verbs.map((verb) => `    ${verb.name}) options=${posixQuoted(flagsOf(verb).join(' '))} ;;`);
  return `# Completion of spotwise for bash: source this file, or save it as spotwise in a folder of completions.
_spotwise() {
  local current=\${COMP_WORDS[COMP_CWORD]} previous=\${COMP_WORDS[COMP_CWORD-1]} verb= word options=
  for word in "\${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
    case $word in -*) ;; *) verb=$word; break ;; esac
  done
  if [ -z "$verb" ]; then
    COMPREPLY=($(compgen -W ${posixQuoted([...verbs.map(({ name }) => name), 'help', ...GENERAL].join(' '))} -- "$current"))
    return
  fi
  case "$verb $previous" in
${values.join('\n')}
    'help help') COMPREPLY=($(compgen -W ${posixQuoted(verbs.map(({ name }) => name).join(' '))} -- "$current")); return ;;
  esac
  case $verb in
${options.join('\n')}
  esac
  case $current in
    -*) COMPREPLY=($(compgen -W "$options" -- "$current")) ;;
    *) COMPREPLY=($(compgen -f -- "$current")) ;;
  esac
}
complete -o filenames -F _spotwise spotwise
`;
}

function bashValues(option: VerbOption): string | undefined {
  switch (takes(option)) {
    case 'file':
      return 'COMPREPLY=($(compgen -f -- "$current"))';
    case 'folder':
      return 'COMPREPLY=($(compgen -d -- "$current"))';
    case 'choice':
      return `COMPREPLY=($(compgen -W ${posixQuoted((option.choices ?? []).join(' '))} -- "$current"))`;
    case 'text':
      return 'COMPREPLY=()';
    case 'nothing':
      return undefined;
  }
}

/** A description inside a specification of zsh, where brackets and colons mean something. */
const zshText = (text: string) => text.replaceAll(/([\\[\]:])/g, String.raw`\$1`);

function zshScript(verbs: readonly Verb[]): string {
  const list = verbs.map(({ name, summary }) => `    ${posixQuoted(`${name}:${zshText(summary)}`)}`);
  const cases = verbs.map((verb) => {
    const specs = verb.options.map((option) => `        ${posixQuoted(zshOption(option))} \\`);
    return `      ${verb.name})\n        _arguments \\\n${specs.join('\n')}\n          '--help[say how it is used]' '*:file:_files' ;;`;
  });
  return `#compdef spotwise
# Completion of spotwise for zsh: save as _spotwise in a folder of $fpath.
_spotwise() {
  local -a verbs
  verbs=(
${list.join('\n')}
    'help:say how a command is used'
  )
  _arguments -C '--help[say how it is used]' '--version[print the version]' '1:command:->verb' '*::argument:->rest'
  case $state in
    verb) _describe command verbs ;;
    rest)
      case $words[1] in
${cases.join('\n')}
      help) _describe command verbs ;;
      esac ;;
  esac
}
if [ "$funcstack[1]" = "_spotwise" ]; then _spotwise "$@"; else compdef _spotwise spotwise; fi
`;
}

function zshOption(option: VerbOption): string {
  const start = `--${longName(option)}[${zshText(option.says)}]`;
  switch (takes(option)) {
    case 'file':
      return `${start}:file:_files`;
    case 'folder':
      return `${start}:folder:_files -/`;
    case 'choice':
      return `${start}:choice:(${(option.choices ?? []).join(' ')})`;
    case 'text':
      return `${start}:value:`;
    case 'nothing':
      return start;
  }
}

function fishScript(verbs: readonly Verb[]): string {
  const names = verbs.map(({ name }) => name).join(' ');
  const first = `-n ${quoted(`not __fish_seen_subcommand_from ${names} help`)}`;
  const lines = verbs.flatMap((verb) => [
    `complete -c spotwise -f ${first} -a ${verb.name} -d ${quoted(verb.summary)}`,
    ...verb.options.map((option) => fishOption(verb, option)),
  ]);
  return `# Completion of spotwise for fish: save as spotwise.fish in a folder of completions.
complete -c spotwise -f ${first} -l help -d 'say how it is used'
complete -c spotwise -f ${first} -l version -d 'print the version'
complete -c spotwise -f ${first} -a help -d 'say how a command is used'
complete -c spotwise -f -n '__fish_seen_subcommand_from help' -a ${quoted(names)}
${lines.join('\n')}
`;
}

function fishOption({ name }: Verb, option: VerbOption): string {
  const start = `complete -c spotwise -n ${quoted(`__fish_seen_subcommand_from ${name}`)} -l ${longName(option)} -d ${quoted(option.says)}`;
  switch (takes(option)) {
    case 'file':
      return `${start} -r -F`;
    case 'folder':
      return `${start} -x -a '(__fish_complete_directories)'`;
    case 'choice':
      return `${start} -x -a ${quoted((option.choices ?? []).join(' '))}`;
    case 'text':
      return `${start} -x`;
    case 'nothing':
      return start;
  }
}
