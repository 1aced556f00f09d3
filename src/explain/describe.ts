import { formatNumber } from '../formats/number.js';
import type { Card, Chapter, Parameter } from '../model/card.js';
import type { Topic } from './topics.js';

/** A text about a topic as lines: a heading, then labelled paragraphs. */
export interface Description {
  readonly heading: string;
  readonly paragraphs: readonly { readonly label: string; readonly text: string }[];
}

/** Says what a topic is, in the same words wherever it is printed. */
export function describe(topic: Topic): Description {
  switch (topic.kind) {
    case 'step':
      return describeChapter(topic.step, 'Step');
    case 'family':
      return describeChapter(topic.step, 'Methods');
    case 'variant':
      return describeCard(topic.step, topic.card);
    case 'issue':
      return {
        heading: `${topic.name}: ${topic.issue.title}`,
        paragraphs: [
          { label: 'Kind', text: topic.issue.severity },
          { label: 'Means', text: topic.issue.meaning },
          { label: 'To do', text: topic.issue.fix },
        ],
      };
    case 'format':
      return {
        heading: `Format ${topic.name}: ${topic.format.title}`,
        paragraphs: [
          { label: 'Writes', text: topic.format.writes },
          { label: 'For', text: topic.format.forWhom },
          { label: 'Audiences', text: topic.format.audiences.join(', ') },
          { label: 'Described in', text: topic.format.source },
        ],
      };
    case 'column':
      return {
        heading: `Column ${topic.name}`,
        paragraphs: topic.meanings.map(({ table, meaning }) => ({ label: table, text: meaning })),
      };
  }
}

function describeChapter(step: Chapter, kind: string): Description {
  return {
    heading: `${kind} ${step.id}: ${step.title}`,
    paragraphs: [
      { label: 'Decides', text: step.question },
      ...step.variants.map((variant) => ({
        label: variant.id === step.standard ? `${variant.id} (standard)` : variant.id,
        text: variant.summary,
      })),
    ],
  };
}

function describeCard(step: Chapter, card: Card): Description {
  const parameters = Object.entries(card.parameters ?? {}).map(([name, parameter]) =>
    describeParameter(name, parameter),
  );
  return {
    heading: `${step.id}.${card.id}: ${card.title}`,
    paragraphs: [
      { label: 'Does', text: card.summary },
      { label: 'Formula', text: card.formula },
      ...(parameters.length === 0 ? [] : [{ label: 'Parameters', text: parameters.join('; ') }]),
      { label: 'Right when', text: `${card.rightWhen}.` },
      { label: 'Misleads', text: `${card.misleads}.` },
      { label: 'Example', text: `${card.example.given}: ${formatNumber(card.example.compute(), 3)}.` },
      {
        label: 'Source',
        text: card.sources.map(({ author, year, work }) => `${author} ${year}, ${work}`).join('; '),
      },
    ],
  };
}

function describeParameter(name: string, parameter: Parameter): string {
  const standard = parameter.standard === undefined ? '' : `, standard ${parameter.standard}`;
  const need = parameter.required === true ? ', needed' : '';
  return `${name}: ${parameter.meaning} (${parameter.kind}${standard}${need})`;
}
